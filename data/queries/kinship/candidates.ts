import { bandsOf, signatureOf } from './min-hash.ts';

/** Two texts, by their places in the list; the earlier one first. */
export type Pair = readonly [number, number];

/**
 * Texts of one kind that are put side by side each with each. Of more, every one is put beside one of them
 * only: a wire in 500 papers makes 499 pairs and not 124,750.
 */
const FEW = 12;
/** Part of the smaller text that both must have for the pair to be looked at. */
const ENOUGH = 0.2;
/** Shingles that are looked up at most, of all texts together: beyond, every second, third … of them. */
const MOST = 8_000_000;
/** Texts that can be numbered beside a shingle in one exact number of 53 bits. */
const NUMBERED = 2 ** 21;

/**
 * Pairs of texts that may be near duplicates or one part of the other, each once, of texts given by their
 * shingles. Found by what their signatures share (alike as wholes) and by the shingles that few texts have
 * (one within the other): near the length of all texts, never each with each.
 */
export function candidatePairs(texts: readonly Uint32Array[]): Pair[] {
  const found = new Set<number>();
  const add = (one: number, other: number): void => {
    if (one !== other) found.add(Math.min(one, other) * texts.length + Math.max(one, other));
  };
  byBands(texts, add);
  byShared(texts, add);
  const inOrder = [...found].sort((one, other) => one - other);
  return inOrder.map((key) => [Math.floor(key / texts.length), key % texts.length]);
}

type Add = (one: number, other: number) => void;

function byBands(texts: readonly Uint32Array[], add: Add): void {
  const bands = texts.map((shingles) =>
    shingles.length > 0 ? bandsOf(signatureOf(shingles)) : null,
  );
  const count = bands.find((one) => one !== null)?.length ?? 0;
  for (let band = 0; band < count; band++) {
    const buckets = new Map<number, number[]>();
    bands.forEach((one, text) => {
      const key = one?.[band];
      if (key === undefined) return;
      const bucket = buckets.get(key);
      if (bucket) bucket.push(text);
      else buckets.set(key, [text]);
    });
    for (const bucket of buckets.values()) pairUp(bucket, bucket[0] ?? 0, add);
  }
}

function pairUp(texts: readonly number[], centre: number, add: Add): void {
  const centres = texts.length > FEW ? [centre] : texts;
  for (const one of centres) for (const other of texts) add(one, other);
}

/** Goes through the texts, the smallest first, and counts what each shares with others. */
function byShared(texts: readonly Uint32Array[], add: Add): void {
  const sizeOf = (text: number): number => texts[text]?.length ?? 0;
  const order = [...texts.keys()].sort((one, other) => sizeOf(one) - sizeOf(other) || one - other);
  const total = texts.reduce((sum, { length }) => sum + length, 0);
  const sample = Math.max(1, Math.ceil(total / MOST));
  const besides = besidesOf(
    order.map((text) => texts[text] ?? new Uint32Array()),
    sample,
    total,
  );
  const shared = new Uint32Array(texts.length);
  besides.forEach((besideIt, rank) => {
    const one = order[rank] ?? 0;
    for (const others of besideIt) {
      for (const other of others) shared[other] = (shared[other] ?? 0) + 1;
    }
    for (const other of besideIt.flatMap((others) => [...others])) {
      const beside = order[other] ?? 0;
      const least = Math.min(sizeOf(one), sizeOf(beside)) * ENOUGH;
      if ((shared[other] ?? 0) * sample >= least) add(one, beside);
      shared[other] = 0;
    }
  });
}

/**
 * Of texts that stand by size, the smallest first: which others each is put beside, once for every shingle that
 * they share. Those are the larger ones, or of many the smallest only.
 */
function besidesOf(ranked: readonly Uint32Array[], sample: number, total: number): Uint32Array[][] {
  const besides: Uint32Array[][] = ranked.map(() => []);
  const sorted = postingsOf(ranked, sample, total);
  const texts = Uint32Array.from(sorted, (one) => one % NUMBERED);
  const shingleAt = (at: number): number => Math.floor((sorted[at] ?? 0) / NUMBERED);
  let start = 0;
  while (start < sorted.length) {
    let end = start + 1;
    while (end < sorted.length && shingleAt(end) === shingleAt(start)) end++;
    const isMany = end - start > FEW;
    for (let at = start; end - start > 1 && at < end; at++) {
      const others = isMany ? texts.subarray(start, start + 1) : texts.subarray(at + 1, end);
      besides[texts[at] ?? 0]?.push(others);
    }
    start = end;
  }
  return besides;
}

/** Every shingle with the number of a text that has it, as one number, rising. */
function postingsOf(ranked: readonly Uint32Array[], sample: number, total: number): Float64Array {
  const all = new Float64Array(total);
  let length = 0;
  ranked.forEach((shingles, rank) => {
    for (const shingle of shingles) {
      if (shingle % sample === 0) all[length++] = shingle * NUMBERED + rank;
    }
  });
  return all.subarray(0, length).sort();
}
