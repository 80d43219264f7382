import { say } from '../../../words/say.ts';
import type { ImportFormat, SourceFile } from '../format.ts';
import { latin1 } from '../bytes.ts';
import { readMessage } from './message.ts';

/** Fields of which every mail has some. */
const KNOWN =
  /^(?:from|to|cc|date|subject|received|return-path|message-id|mime-version|delivered-to|reply-to|x-[\w-]{1,60}|content-type):/i;
/** So many of them, and it is no text that happens to begin so. */
const ENOUGH = 3;

/** Single mails, as programs save them. */
export const eml: ImportFormat = {
  id: 'eml',
  label: say('imports.mail'),
  extensions: ['eml', 'emlx'],
  mediaTypes: ['message/rfc822'],
  limit: 200 * 1024 * 1024,
  holdsMany: true,
  sniff: looksLikeMail,
  convert: (file, tools) => readMessage(messageOf(file), tools),
};

/** Whether a file begins with the fields of a mail; saved pages are mails as well, and not meant. */
export function looksLikeMail(start: string): boolean {
  if (/^From: <Saved by /i.test(start)) return false;
  const names = new Set<string>();
  // The last line may be cut where the start ends.
  for (const line of start.split(/\r?\n/).slice(0, -1)) {
    if (line === '') break;
    if (!/^[ \t]|^[!-9;-~]{1,100}:/.test(line)) return false;
    if (KNOWN.test(line)) names.add(line.split(':', 1)[0] ?? '');
  }
  return names.size >= ENOUGH;
}

/** The message in a file: without what stands before it, and without the frame that Apple Mail puts around it. */
function messageOf(file: SourceFile): SourceFile {
  const { bytes } = file;
  const start = latin1(bytes.subarray(0, 4096));
  const framed = /^(\d{1,10})[ \t]{0,20}\r?\n/.exec(start);
  if (framed) {
    const from = framed[0].length;
    return { ...file, bytes: bytes.subarray(from, from + Number(framed[1])) };
  }
  const before = /^(?:\xef\xbb\xbf)?[\r\n \t]*/.exec(start)?.[0].length ?? 0;
  return before > 0 ? { ...file, bytes: bytes.subarray(before) } : file;
}
