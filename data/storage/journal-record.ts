import type { Change } from '../model/records.ts';
import type { HistoryStep } from '../state/history.ts';
import { isKnown, say, sentenceOf, type Words } from '../words/say.ts';

/** What is known of a journal record without reading what it changed. */
export interface JournalHead extends HistoryStep {
  /** Number: 1, 2, 3 ... without gaps. */
  n: number;
  /** Record the operation was about. */
  id: string;
  at: string;
  by: string;
  op: string;
  /** What it did. Records of versions before the catalogue have a `label` instead. */
  words?: Words;
  label?: string;
}

/** One operation as the journal keeps it. `prev` is the hash of the record before. */
export interface JournalRecord extends JournalHead {
  input: unknown;
  changes: readonly Change[];
  prev: string;
}

const HASH_OPENS = ',"hash":"';
const PREV_OPENS = ',"prev":"';
const HASH_MEMBER = HASH_OPENS.length + 64 + 2;
const PREV_MEMBER = PREV_OPENS.length + 64 + 1;

/**
 * The text of a record that its hash covers: the JSON object without its closing brace. Members
 * stand in a fixed order: the number first, so that a record can be found by binary search, the
 * heavy ones late, so that a line of the history can be read without them, `prev` last.
 */
export function bodyOf(record: JournalRecord): string {
  const { n, id, at, by, op, words, label, undoes, redoes, input, changes, prev } = record;
  const ordered = { n, id, at, by, op, words, label, undoes, redoes, input, changes, prev };
  return JSON.stringify(ordered).slice(0, -1);
}

/** The whole line: the hash stands outside of what it covers, so checking never re-serialises. */
export function lineOf(body: string, hash: string): string {
  return body + tailOf(hash);
}

/** What stands in a line behind the text that its hash covers. */
export function tailOf(hash: string): string {
  return `${HASH_OPENS}${hash}"}`;
}

/** Takes a line apart; undefined when it does not end like a record. */
export function partsOf(line: string): { body: string; hash: string; prev: string } | undefined {
  const body = line.slice(0, -HASH_MEMBER);
  const tail = line.slice(-HASH_MEMBER);
  const prev = body.slice(-PREV_MEMBER);
  if (!/^,"hash":"[0-9a-f]{64}"\}$/.test(tail)) return undefined;
  if (!/^,"prev":"[0-9a-f]{64}"$/.test(prev)) return undefined;
  return { body, hash: tail.slice(HASH_OPENS.length, -2), prev: prev.slice(PREV_OPENS.length, -1) };
}

/**
 * What an operation did, as a sentence. A newer program of the same format may have words that this one
 * does not know; the operation has a number at least.
 */
export function labelOf({ n, words, label }: Pick<JournalHead, 'n' | 'words' | 'label'>): string {
  if (words && isKnown(words)) return sentenceOf(words);
  return label ?? say('history.unknown', { n });
}

/**
 * The light part of a line. Within strings quotes are escaped, so the mark cannot stand in one; and no
 * argument of a label is called `input` (a test sees to it).
 */
export function headOf(line: string): JournalHead {
  const end = line.indexOf(',"input":');
  return JSON.parse(`${end < 0 ? '' : line.slice(0, end)}}`) as JournalHead;
}

/** Number at the start of a line, or of the beginning of one; undefined when there is none. */
export function numberOf(start: string): number | undefined {
  const match = /^\{"n":([1-9]\d{0,15}),/.exec(start);
  return match ? Number(match[1]) : undefined;
}
