import type { CallInput } from '#data/api/api.ts';
import type { FoundPlaces } from '#data/api/document.ts';
import type { CaseDocument } from '#data/model/document.ts';
import { placesIn, type Occurrence, type Wanted } from '#data/queries/occurrence-places.ts';
import { regionsOf } from '#data/queries/regions-of.ts';
import { finderOf } from '#data/queries/occurrences.ts';
import { fold } from '#data/text/fold.ts';
import { ByteFilter } from '../storage/snapshots/byte-filter.ts';
import type { CaseStore } from '../storage/case-store.ts';
import { TimeSlice } from '../storage/disk/time-slice.ts';

/** Milliseconds after which a batch is answered: the window shows what was found and asks for more. */
const BATCH = 200;

/** Milliseconds of work between two pauses: a pause costs more than some edit would wait. */
const SLICE = 16;

/**
 * Looks for words in the documents of a case, from one after `after` on, until a batch is full or its time
 * is over. Each text is read once and in slices, so that no edit waits.
 */
export async function findPlaces(
  store: CaseStore,
  { phrases, rules, assignment, document, folded, after, limit }: CallInput<'document.occurrences'>,
): Promise<FoundPlaces> {
  const wanted: Wanted = {
    finder: finderOf(phrases, rules),
    longer: finderOfLonger(store, phrases, assignment.entity, rules),
    assignment,
    inFolded: folded,
  };
  const { needles } = wanted.finder;
  const filter = needles && new ByteFilter(needles);
  const places: Occurrence[] = [];
  const slice = new TimeSlice(SLICE);
  const end = performance.now() + BATCH;
  let read = 0;
  for (const one of documentsFrom(store, document, after)) {
    const text = await store.blobs.textOnce(one, slice, filter);
    const marks = () => [...store.highlightsOnce(one.id)];
    if (text) {
      const words = { text: text.text, folded: regionsOf(store.state, one.id) };
      places.push(...placesIn(one.id, words, marks, wanted, limit - places.length));
    }
    read++;
    if (places.length >= limit) return { places, last: one.id, read, more: false };
    if (performance.now() > end) return { places, last: one.id, read, more: true };
    if (slice.over) await slice.pause();
  }
  return { places, read, more: false };
}

function* documentsFrom(
  { state }: CaseStore,
  only: string | undefined,
  after: string | undefined,
): Generator<CaseDocument> {
  let begun = after === undefined;
  for (const one of state.all('document')) {
    if (begun && (only === undefined || one.id === only)) yield one;
    if (one.id === after) begun = true;
  }
}

/** Most names of other actors that are looked for at once (code units altogether). */
const MOST = 4_000;

/** Finds the names of other actors that hold the words; undefined when there are none. */
function finderOfLonger(
  { state }: CaseStore,
  phrases: readonly string[],
  entity: string | undefined,
  rules: CallInput<'document.occurrences'>['rules'],
) {
  const words = phrases.map((phrase) => fold(phrase)).filter((phrase) => phrase !== '');
  const longer: string[] = [];
  let length = 0;
  for (const { id, name, aliases } of state.all('entity')) {
    if (id === entity) continue;
    for (const one of [name, ...aliases.map((alias) => alias.name)]) {
      const folded = fold(one);
      if (!words.some((word) => folded.length > word.length && folded.includes(word))) continue;
      length += one.length;
      if (length <= MOST) longer.push(one);
    }
  }
  return longer.length === 0 ? undefined : finderOf(longer, rules);
}
