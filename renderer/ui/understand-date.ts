import { edtfWords, type Dated } from '#data/queries/edtf-words.ts';
import { readDate } from '#data/queries/read-date.ts';
import { say } from '#data/words/say.ts';
import type { Understood } from './understood.ts';

/** What a typed date is taken for, to be shown beside its field. `of`: what is dated. */
export function understandDate(of: Dated): (text: string) => Understood {
  return (text) => {
    const read = readDate(text);
    if (read.fault !== undefined) return { wrong: `${sentence(read.fault)}.` };
    if ('choices' in read) {
      const choices = read.choices.map((value) => ({ value, words: edtfWords(value, of) }));
      return { wrong: say('ui.which-day-is-it'), choices };
    }
    return { value: read.edtf, ...dateHint(read.edtf, of) };
  };
}

/** A date in words, beside its field; nothing when it says no more than the field. */
export function dateHint(date: string | undefined, of: Dated): { hint?: string } {
  const words = date && edtfWords(date, of);
  return words && words !== date ? { hint: words } : {};
}

const sentence = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
