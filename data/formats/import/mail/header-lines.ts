import type { Proposal } from '../../../model/reading.ts';
import type { ShownBlock } from '../../../text/working-text.ts';
import type { BlockWriter, Place } from '../block-writer.ts';
import { flagDebris } from '../cleaning/debris.ts';
import { asLine } from '../titles.ts';
import { mailDate } from './mail-date.ts';
import type { Mailbox } from './addresses.ts';

/** What the first lines of a message say. Texts are in one line each. */
export interface MessageHead {
  from: readonly Mailbox[];
  to: readonly Mailbox[];
  cc: readonly Mailbox[];
  bcc: readonly Mailbox[];
  /** As it was written. */
  date: string;
  subject: string;
}

/** Something that is proposed once it is known where its words stand. */
interface Waiting {
  field: Proposal['field'];
  value: string;
  from: Place;
  to: Place;
}

/** Most authors of a message. */
const MOST = 10;
const STYLE = { kind: 'paragraph' } as const;

/**
 * Writes the lines above a message (`From: …`), by the names that they have in every mail. Answers what they
 * say of it; to be asked once the text is whole.
 */
export function writeHead(writer: BlockWriter, head: MessageHead): () => Proposal[] {
  const waiting: Waiting[] = [];
  people(writer, 'From', head.from, waiting);
  people(writer, 'To', head.to);
  people(writer, 'Cc', head.cc);
  people(writer, 'Bcc', head.bcc);
  const day = mailDate(head.date);
  const place = line(writer, 'Date', head.date);
  if (place && day !== undefined) waiting.push({ field: 'published', value: day, ...place });
  line(writer, 'Subject', head.subject);
  writer.end('\n\n');
  return () =>
    waiting.flatMap(({ field, value, from, to }): Proposal[] => {
      const range = { start: from.offset, end: to.offset };
      const said = asLine(value);
      return said !== '' && range.end > range.start ? [{ field, value: said, from: range }] : [];
    });
}

/** Tells the debris of a message whose body begins at an offset; the lines above it are what it says of itself. */
export function flagDebrisOfMail(text: string, blocks: readonly ShownBlock[], body: number): void {
  flagDebris(text, blocks);
  for (const block of blocks) if (block.start < body) delete block.region;
}

function line(
  writer: BlockWriter,
  name: string,
  words: string,
): { from: Place; to: Place } | undefined {
  if (words === '') return undefined;
  begin(writer, name);
  const from = writer.here();
  writer.words(words, STYLE);
  const to = writer.there();
  writer.end('\n');
  return { from, to };
}

function people(
  writer: BlockWriter,
  name: string,
  all: readonly Mailbox[],
  authors?: Waiting[],
): void {
  if (all.length === 0) return;
  begin(writer, name);
  all.forEach(({ name: called, address }, index) => {
    if (index > 0) writer.space();
    const from = writer.here();
    writer.words(called || address, STYLE);
    const value = called || address;
    if (authors && authors.length < MOST) {
      authors.push({ field: 'author', value, from, to: writer.there() });
    }
    const rest = called !== '' && address !== '' ? ` <${address}>` : '';
    const end = `${rest}${index < all.length - 1 ? ',' : ''}`;
    if (end !== '') writer.words(end, STYLE);
  });
  writer.end('\n');
}

function begin(writer: BlockWriter, name: string): void {
  writer.words(`${name}:`, STYLE);
  writer.space();
}
