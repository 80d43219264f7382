import { AppError } from '#data/errors.ts';
import { say } from '#data/words/say.ts';
import type { Brought } from './import-files.ts';
import { addressIn } from './web-address.ts';

/** Words that came without a file: dropped on the window, or from the clipboard. */
export interface LooseWords {
  text: string;
  /** The same as a page, where there is one. */
  html?: string;
  /** Where they come from. */
  address?: string;
}

/**
 * Loose words as a file that can be imported: as a page when they are one. Its name says when they came
 * (`at`, in local time). Throws `empty-file` when there are none.
 */
export function asFile({ text, html, address }: LooseWords, at: Date): Brought {
  const isPage = html !== undefined && /<[a-z!/]/i.test(html);
  const words = isPage ? html : text;
  if (words.trim() === '') throw new AppError('empty-file', say('imports.nothingToPaste'));
  const origin = addressIn(address);
  return {
    name: say(isPage ? 'imports.pastedPage' : 'imports.pastedText', { time: localTime(at) }),
    bytes: Buffer.from(words),
    how: { encoding: 'utf-8', ...(origin !== undefined && { origin }) },
  };
}

/** `2026-11-30 10.42.07`: without what no file name may hold, and in order. */
function localTime(at: Date): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  const day = [at.getFullYear(), two(at.getMonth() + 1), two(at.getDate())].join('-');
  return `${day} ${[at.getHours(), at.getMinutes(), at.getSeconds()].map(two).join('.')}`;
}
