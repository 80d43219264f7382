import { bareOf } from '#data/text/reanchor/bare.ts';
import type { Reanchored } from '#data/text/reanchor/reanchor.ts';
import type { EditedText } from './edited-text.ts';

/** How answers were. */
export interface Verdict {
  anchors: number;
  /** Said to be exact or moved. */
  sure: number;
  /** Of those: another place than that of the words. */
  wrong: number;
  /** Words of which at least {@link FINDABLE} is in the new text. */
  findable: number;
  /** Of those: said to be lost. */
  missed: number;
  /** Proposed places of findable words that share nothing with where they are. */
  strayed: number;
}

/** Part of the letters, in their order and close together, that makes words findable. */
const FINDABLE = 0.6;

export const nothing = (): Verdict => ({
  anchors: 0,
  sure: 0,
  wrong: 0,
  findable: 0,
  missed: 0,
  strayed: 0,
});

/** Compares answers with where every character went; `told` hears of what is wrong or missed. */
export function judge(
  text: EditedText,
  answers: readonly Reanchored[],
  verdict: Verdict,
  told?: (fault: string, answer: Reanchored, at: { start: number; end: number }) => void,
): void {
  const places = placesOf(text);
  answers.forEach((answer, index) => {
    const was = text.anchors[index];
    if (!was) return;
    verdict.anchors++;
    const isSure = answer.state === 'exact' || answer.state === 'moved';
    if (isSure) verdict.sure++;
    if (isSure && !isThere(text, was, answer)) {
      verdict.wrong++;
      told?.('wrong', answer, was);
    }
    const kept = keptPart(was, places);
    if (kept < FINDABLE) return;
    verdict.findable++;
    if (answer.state === 'lost') {
      verdict.missed++;
      told?.('missed', answer, was);
    } else if (!touches(text, was, answer)) verdict.strayed++;
  });
}

/** By code unit of the older text: where it is in the newer one, or -1. */
function placesOf({ older, origins }: EditedText): Int32Array {
  const places = new Int32Array(older.length).fill(-1);
  origins.forEach((from, at) => {
    if (from >= 0) places[from] = at;
  });
  return places;
}

interface Range {
  start?: number;
  end?: number;
}

/**
 * Whether an answer is where the words went: the same words, of which all letters are theirs. Of words that were
 * torn apart, the same words again with the same surroundings are as good: nobody could tell them from the first.
 */
function isThere(
  { newer, older, origins }: EditedText,
  was: { start: number; end: number },
  { start = 0, end = 0 }: Range,
): boolean {
  const seen = (text: string, at: number): boolean => !/[\s\u200c]/.test(text[at] ?? '');
  const letters = (text: string, range: { start: number; end: number }): number[] =>
    Array.from({ length: range.end - range.start }, (_, at) => range.start + at).filter((at) =>
      seen(text, at),
    );
  const now = letters(newer, { start, end });
  const wanted = letters(older, was);
  if (now.length !== wanted.length) return false;
  if (now.every((at, index) => origins[at] === wanted[index])) return true;
  if (now.some((at, index) => newer[at] !== older[wanted[index] ?? -1])) return false;
  const own = now.filter((at, index) => origins[at] === wanted[index]).length;
  const around = (text: string, from: number, to: number): string =>
    bareOf(text.slice(Math.max(0, from - 32), to + 32)).text.slice(8, -8);
  const isSame = around(newer, start, end) === around(older, was.start, was.end);
  return own >= 0.6 * wanted.length || (isSame && isTorn(origins, was));
}

function isTorn(origins: Int32Array, was: { start: number; end: number }): boolean {
  const first = origins.indexOf(was.start);
  return first < 0 || origins[first + was.end - was.start - 1] !== was.end - 1;
}

/** Whether a place has anything of the words. */
export function touches(
  { origins }: EditedText,
  was: Range,
  { start = 0, end = 0 }: Range,
): boolean {
  for (let at = start; at < end; at++) {
    const from = origins[at] ?? -1;
    if (from >= (was.start ?? 0) && from < (was.end ?? 0)) return true;
  }
  return false;
}

/** The part of the letters of words that stands together in the newer text, in their order. */
function keptPart(was: { start: number; end: number }, places: Int32Array): number {
  const length = was.end - was.start;
  let best = 0;
  let run = 0;
  let last = -1;
  for (let at = was.start; at < was.end; at++) {
    const place = places[at] ?? -1;
    if (place < 0) continue;
    run = last >= 0 && place > last && place - last <= 12 ? run + 1 : 1;
    best = Math.max(best, run);
    last = place;
  }
  return best / length;
}
