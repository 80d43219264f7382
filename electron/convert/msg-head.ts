import type { FieldsData } from '@kenjiuno/msgreader';
import type { Mailbox } from '#data/formats/import/mail/addresses.ts';
import { bytesOf } from '#data/formats/import/bytes.ts';
import { readHeader, valueOf } from '#data/formats/import/mail/header-block.ts';
import type { MessageHead } from '#data/formats/import/mail/header-lines.ts';
import { inOneLine } from '#data/formats/import/mail/header-words.ts';

/** Code pages by their numbers, where the number is not all of the name. */
const PAGES: Readonly<Record<number, string>> = {
  932: 'shift_jis',
  936: 'gb18030',
  949: 'euc-kr',
  950: 'big5',
  20866: 'koi8-r',
  21866: 'koi8-u',
  50220: 'iso-2022-jp',
  51932: 'euc-jp',
  54936: 'gb18030',
  65001: 'utf-8',
};

/** The encoding of a code page; undefined when it is none that texts are in. */
export function codePage(number: number | undefined): string | undefined {
  if (number === undefined) return undefined;
  if (number >= 1250 && number <= 1258) return `windows-${number}`;
  if (number >= 28591 && number <= 28605) return `iso-8859-${number - 28590}`;
  return PAGES[number];
}

/** What the first lines of an Outlook message say. Its day is that of the sender where the message keeps it. */
export function headOfMessage(fields: FieldsData): MessageHead {
  const people = (type: string): Mailbox[] =>
    (fields.recipients ?? [])
      .filter(({ recipType }) => recipType === type)
      .map(({ name, smtpAddress, email }) => mailbox(name, smtpAddress, email));
  const { senderName, senderSmtpAddress, senderEmail, sentRepresentingSmtpAddress } = fields;
  const from = mailbox(senderName, senderSmtpAddress, senderEmail, sentRepresentingSmtpAddress);
  return {
    from: from.name === '' && from.address === '' ? [] : [from],
    to: people('to'),
    cc: people('cc'),
    bcc: people('bcc'),
    date: inOneLine(sentAt(fields)),
    subject: inOneLine(fields.subject ?? ''),
  };
}

/** Addresses within an organisation mean nothing outside of it. */
function mailbox(name = '', ...addresses: (string | undefined)[]): Mailbox {
  const address = inOneLine(addresses.find((one) => one?.includes('@')) ?? '');
  const said = inOneLine(name);
  return { name: said === address ? '' : said, address };
}

function sentAt({ headers = '', clientSubmitTime, messageDeliveryTime }: FieldsData): string {
  const bytes = bytesOf(headers);
  const { fields } = readHeader(bytes, 0, bytes.length);
  return valueOf(fields, 'date') ?? clientSubmitTime ?? messageDeliveryTime ?? '';
}
