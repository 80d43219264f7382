import type { RegionKind } from '#data/text/region-kinds.ts';
import { fold } from '#data/text/fold.ts';
import { score } from '../../ui/score.ts';
import { chosenKinds, kindWords } from './kind-words.ts';

/** The kinds that typed words find, best first; all of them for none, those of nobody's telling apart first. */
export function findKind(typed: string): { id: RegionKind; label: string }[] {
  const wanted = fold(typed);
  return chosenKinds
    .map((id) => ({ id, label: kindWords(id) }))
    .map((one) => ({ one, points: score(wanted, fold(one.label)) }))
    .filter(({ points }) => points > 0)
    .sort((a, b) => b.points - a.points)
    .map(({ one }) => one);
}
