import type { QueuedFile, QueueResult } from '#data/api/import.ts';

/** A file of an import, with what became of its documents so far. */
export interface QueueFile extends QueuedFile {
  results: readonly QueueResult[];
}

/** A line of the list: a file, or one of several documents of it that was refused. */
export interface QueueLine {
  id: string;
  file: QueueFile;
  /** What became of the one document that the line is about. */
  result?: QueueResult;
  /** Whether it is a part of the file. */
  isPart: boolean;
}

type Outcome = QueueResult['result'];
export type Counts = Record<Outcome | 'cancelled', number>;

/** What stands above what: what somebody has to do something about, what is being done, what is done. */
const RANKS = [
  'failed',
  'reading',
  'cancelled',
  'waiting',
  'needs-ocr',
  'duplicate',
  'imported',
] as const;
type Rank = (typeof RANKS)[number];

function rankOf({ state, results }: QueueFile): Rank {
  if (results.some(({ result }) => result === 'failed')) return 'failed';
  if (state !== 'over') return state;
  const of = (wanted: Outcome): boolean => results.some(({ result }) => result === wanted);
  if (of('needs-ocr')) return 'needs-ocr';
  return of('imported') ? 'imported' : 'duplicate';
}

/** The lines of the list, in the order in which they stand. It goes once through the files. */
export function queueLines(files: Iterable<QueueFile>): QueueLine[] {
  const ranks = new Map<Rank, QueueLine[]>(RANKS.map((rank) => [rank, []]));
  for (const file of files) ranks.get(rankOf(file))?.push(...linesOf(file));
  return RANKS.flatMap((rank) => ranks.get(rank) ?? []);
}

function linesOf(file: QueueFile): QueueLine[] {
  const { key, results } = file;
  const [first] = results;
  if (results.length < 2)
    return [{ id: key, file, isPart: false, ...(first && { result: first }) }];
  const refused = results.filter(({ result }) => result === 'failed');
  return [
    { id: key, file, isPart: false },
    ...refused.map((result, at) => ({ id: `${key} ${at}`, file, result, isPart: true })),
  ];
}

/** How many documents became what, and how many files were cancelled. */
export function countsOf(files: Iterable<QueueFile>): Counts {
  const counts: Counts = { imported: 0, 'needs-ocr': 0, duplicate: 0, failed: 0, cancelled: 0 };
  for (const { state, results } of files) {
    for (const { result } of results) counts[result]++;
    if (state === 'cancelled') counts.cancelled++;
  }
  return counts;
}

/** Whether nothing more becomes of a file by itself. */
export const isOver = ({ state }: QueueFile): boolean => state === 'over' || state === 'cancelled';
