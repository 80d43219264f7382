import { sentencesOf } from '#data/text/sentences.ts';
import type { AlignedText } from '#data/text/alignment/sides.ts';
import type { ShownParagraph } from '#data/text/shown-paragraphs.ts';
import { told, type Tongue } from './four-languages.ts';

/** A paragraph with the numbers of what it tells. */
interface Piece {
  kind: ShownParagraph['kind'];
  words: string;
  tells: number[];
}

/** A text whose paragraphs are known by what they tell. */
export interface KnownText extends AlignedText {
  tells: readonly (readonly number[])[];
}

/** Which parts of a text are changed, 0 to 1. */
export interface Changes {
  merged: number;
  split: number;
  leftOut: number;
  /** Whether only bare paragraphs are known, as of a plain text. */
  plain?: boolean;
}

/** The report in a language, its paragraphs merged, split and left out by chance. */
export function changedText(tongue: Tongue, changes: Changes, random: () => number): KnownText {
  const pieces: Piece[] = [];
  told.forEach(({ kind = 'paragraph', [tongue]: words }, number) => {
    if (kind === 'continuation' || kind === 'page-break' || random() < changes.leftOut) return;
    const last = pieces.at(-1);
    const isBare = kind === 'paragraph' && last?.kind === 'paragraph';
    if (isBare && random() < changes.merged) {
      last.words += ` ${words}`;
      last.tells.push(number);
      return;
    }
    const halves = kind === 'paragraph' && random() < changes.split ? halvesOf(words) : [words];
    for (const half of halves) pieces.push({ kind, words: half, tells: [number] });
  });
  return textOf(pieces, changes.plain ?? false);
}

function halvesOf(words: string): string[] {
  const sentences = sentencesOf(words);
  const cut = sentences[sentences.length >> 1]?.start ?? 0;
  return cut === 0 ? [words] : [words.slice(0, cut).trim(), words.slice(cut)];
}

function textOf(pieces: readonly Piece[], plain: boolean): KnownText {
  let start = 0;
  const paragraphs = pieces.map(({ kind, words }): ShownParagraph => {
    const own = { start, end: start + words.length, kind: plain ? ('paragraph' as const) : kind };
    start = own.end + 2;
    return own;
  });
  return {
    text: pieces.map(({ words }) => words).join('\n\n'),
    paragraphs,
    tells: pieces.map(({ tells }) => tells),
  };
}
