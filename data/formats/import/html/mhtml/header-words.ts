import type { Encodings } from '../../tools.ts';
import { decodeUnicode, unicodeOf } from '../../text-decoder.ts';
import { fromBase64, fromQuoted } from './parts.ts';

/** Longest header that is decoded, in code units. */
const LONGEST = 4000;

/** The words of a header, whatever they are written in: “=?utf-8?Q?Caf=C3=A9?=” (RFC 2047). */
export async function headerWords(field: string, encodings: Encodings): Promise<string> {
  const line = field.slice(0, LONGEST);
  let text = '';
  let from = 0;
  let wasWord = false;
  for (let at = line.indexOf('=?'); at >= 0; at = line.indexOf('=?', at)) {
    const word = encodedWord(line, at);
    if (!word) {
      at += 2;
      continue;
    }
    const before = line.slice(from, at);
    // White space between two encoded words is none.
    if (!wasWord || before.trim() !== '') text += before;
    text += await decoded(word.bytes, word.charset, encodings);
    wasWord = true;
    from = at = word.end;
  }
  return text + line.slice(from);
}

function encodedWord(
  line: string,
  at: number,
): { charset: string; bytes: Uint8Array; end: number } | undefined {
  const first = line.indexOf('?', at + 2);
  const second = line.indexOf('?', first + 1);
  const end = second < 0 ? -1 : line.indexOf('?=', second + 1);
  if (first < 0 || end < 0) return undefined;
  const [charset = ''] = line.slice(at + 2, first).split('*', 1);
  const form = line.slice(first + 1, second).toLowerCase();
  const words = line.slice(second + 1, end);
  if (!/^[\w-]{1,40}$/.test(charset) || (form !== 'b' && form !== 'q')) return undefined;
  const bytes = form === 'b' ? fromBase64(words) : fromQuoted(words.replace(/_/g, ' '));
  return { charset, bytes, end: end + 2 };
}

async function decoded(bytes: Uint8Array, label: string, encodings: Encodings): Promise<string> {
  const nothing = (): void => undefined;
  const form = unicodeOf(label);
  if (form) return decodeUnicode(bytes, form, nothing) ?? '';
  return (await encodings.knows(label)) ? encodings.decode(bytes, label, nothing) : '';
}
