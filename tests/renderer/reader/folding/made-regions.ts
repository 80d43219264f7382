import type { Region } from '#data/model/region.ts';
import type { Block } from '#data/text/working-text.ts';

const INSTANT = '2026-01-01T00:00:00.000Z';

/** A region of a text. */
export const madeRegion = (id: string, start: number, end: number): Region => ({
  id,
  rev: 1,
  createdAt: INSTANT,
  updatedAt: INSTANT,
  by: 'test',
  document: 'd',
  start,
  end,
  kind: 'boilerplate',
  origin: 'program',
});

/** Ten code units for each letter and one between two; each run of a letter is a region, `p` and `.` are text. */
export function regionsIn(pattern: string): Region[] {
  return [...pattern.matchAll(/([^p.])\1*/g)].map(({ 0: run, 1: id = '', index }) =>
    madeRegion(id, index * 11, (index + run.length) * 11 - 1),
  );
}

/** The blocks of such a pattern. */
export const blocksIn = (pattern: string): Block[] =>
  [...pattern].map((_, i) => ({ start: i * 11, end: i * 11 + 10, kind: 'paragraph' }));
