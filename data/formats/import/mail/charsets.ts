import { unicodeOf } from '../text-decoder.ts';
import type { Encodings } from '../tools.ts';

/** Names of one program, and of none: ASCII says nothing about what is not ASCII. */
const OTHER_NAMES: readonly [RegExp, string | undefined][] = [
  [/^(?:us-?)?ascii$|^ansi_x3/i, undefined],
  [/^eucgb2312|^gb_?2312/i, 'gb2312'],
  [/^(?:x-)?unknown|^(?:unknown-)?8bit$|^x-user-defined$/i, undefined],
];

/** The encoding that a mail names, when it is one to read by. */
export async function usableCharset(
  label: string | undefined,
  encodings: Encodings,
): Promise<string | undefined> {
  const said = label?.trim() ?? '';
  const other = OTHER_NAMES.find(([name]) => name.test(said));
  const name = other ? other[1] : said;
  if (name === undefined || name === '') return undefined;
  return unicodeOf(name) || (await encodings.knows(name)) ? name : undefined;
}
