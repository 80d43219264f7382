import type { Encodings } from '../../tools.ts';
import { decodeUnicode, unicodeOf } from '../../text-decoder.ts';
import { fromBase64, fromQuoted } from './parts.ts';

/** “=?utf-8?Q?Caf=C3=A9?=” (RFC 2047). */
const WORD = /=\?([\w-]{1,40})(?:\*[\w-]{1,40})?\?([bq])\?([^?\s]{0,2000})\?=/i;
/** Longest header that is decoded, in code units. */
const LONGEST = 4000;

/** The words of a header, whatever they are written in. */
export async function headerWords(field: string, encodings: Encodings): Promise<string> {
  let rest = field.slice(0, LONGEST);
  let text = '';
  let wasWord = false;
  for (let found = WORD.exec(rest); found; found = WORD.exec(rest)) {
    const [whole, charset = '', form = '', words = ''] = found;
    const before = rest.slice(0, found.index);
    if (!wasWord || before.trim() !== '') text += before;
    const plain = words.replace(/_/g, ' ');
    const bytes = form.toLowerCase() === 'b' ? fromBase64(words) : fromQuoted(plain);
    text += await decoded(bytes, charset, encodings);
    rest = rest.slice(found.index + whole.length);
    wasWord = true;
  }
  return text + rest;
}

async function decoded(bytes: Uint8Array, label: string, encodings: Encodings): Promise<string> {
  const nothing = (): void => undefined;
  const form = unicodeOf(label);
  if (form) return decodeUnicode(bytes, form, nothing) ?? '';
  return (await encodings.knows(label)) ? encodings.decode(bytes, label, nothing) : '';
}
