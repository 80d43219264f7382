import { isDeepStrictEqual } from 'node:util';
import { residentKinds, type Change, type KindedRecord } from '#data/model/records.ts';
import { plainCodec, type Codec } from '#data/storage/codec.ts';
import type { JournalRecord } from '#data/storage/journal-record.ts';
import type { CaseStore } from '../../../electron/storage/case-store.ts';
import type { Disk } from '../../../electron/storage/disk/disk.ts';
import { codecOf } from '../../../electron/storage/vault/vault.ts';
import type { Ledger } from './ledger.ts';

/** What became of acknowledged work. Each entry is a sentence. */
export interface Verdict {
  /** Acknowledged changes that are not in the case as acknowledged. */
  lost: string[];
  /** What is in the case without having been asked for. */
  foreign: string[];
  /** What opening told. */
  recovery: readonly string[];
}

/** Whether something was lost without a word. */
export const isSilent = ({ lost, foreign, recovery }: Verdict): boolean =>
  lost.length + foreign.length > 0 && recovery.length === 0;

/**
 * Holds an opened case to what was acknowledged: its records are exactly those that the acknowledged
 * changes leave, plus, behind them, changes that were asked for and never answered. Reads the journal
 * by itself, not through the store.
 */
export function judge(store: CaseStore, ledger: Ledger, disk: Disk, folder: string): Verdict {
  const verdict: Verdict = { lost: [], foreign: [], recovery: store.status.recovery };
  const acked = ledger.acked();
  const newest = Math.max(0, ...acked.keys());
  if (store.status.n < newest)
    verdict.lost.push(`The case is at ${store.status.n}; ${newest} was acknowledged.`);
  const expected = new Map<string, KindedRecord['record']>();
  const open = ledger.open();
  for (const { n, op, input, changes } of numbered(store, disk, folder)) {
    const known = acked.get(n);
    acked.delete(n);
    const isAsked =
      known !== undefined || ledger.isHearsay || n === 1 || takeOut(open, { op, input });
    if (!isAsked) verdict.foreign.push(`Record ${n} (${op}) was never asked for.`);
    if (known?.request && !isDeepStrictEqual(known.request, { op, input }))
      verdict.lost.push(`Record ${n} is not what was acknowledged.`);
    for (const change of known?.changes ?? changes) follow(expected, change);
  }
  for (const [n, { changes = [] }] of acked) {
    verdict.lost.push(`Record ${n} was acknowledged and is not in the journal.`);
    for (const change of changes) follow(expected, change);
  }
  compare(store, expected, verdict);
  readTexts(store, verdict);
  return verdict;
}

/** Records of the journal that a reader who only trusts JSON sees, in order, up to a number. */
function numbered(store: CaseStore, disk: Disk, folder: string): JournalRecord[] {
  const { vault } = store.vault;
  const codec = vault ? codecOf(vault) : plainCodec;
  const found = new Map<number, JournalRecord>();
  for (const name of disk.list(`${folder}/journal`)) {
    const text = Buffer.from(disk.read(`${folder}/journal/${name}`)).toString('utf8');
    for (const line of text.split('\n')) {
      const record = parsed(line, codec);
      if (record && record.n <= store.status.n) found.set(record.n, record);
    }
  }
  return [...found.values()].sort((a, b) => a.n - b.n);
}

function parsed(line: string, codec: Codec): JournalRecord | undefined {
  try {
    return JSON.parse(codec.openLine(line)) as JournalRecord;
  } catch {
    return undefined;
  }
}

/** Takes one equal request out of the list; false when there is none. */
function takeOut(open: { op: string; input: unknown }[], wanted: { op: string; input: unknown }) {
  const at = open.findIndex(({ op, input }) => isDeepStrictEqual({ op, input }, wanted));
  if (at >= 0) open.splice(at, 1);
  return at >= 0;
}

function follow(records: Map<string, KindedRecord['record']>, change: Change): void {
  const key = `${change.kind}/${change.id}`;
  if (change.after) records.set(key, change.after);
  else records.delete(key);
}

function compare(
  { state }: CaseStore,
  expected: ReadonlyMap<string, KindedRecord['record']>,
  { lost, foreign }: Verdict,
): void {
  const there = new Map<string, unknown>();
  for (const kind of residentKinds)
    for (const record of state.all(kind)) there.set(`${kind}/${record.id}`, record);
  for (const { id } of state.all('document'))
    for (const mark of state.highlightsOf(id)) there.set(`highlight/${mark.id}`, mark);
  for (const [key, record] of expected) {
    if (!there.has(key)) lost.push(`${key} is gone.`);
    else if (!isDeepStrictEqual(there.get(key), record))
      lost.push(`${key} is not as acknowledged.`);
  }
  for (const key of there.keys()) if (!expected.has(key)) foreign.push(`${key} is there again.`);
}

/** Texts and originals are acknowledged with their document. */
function readTexts(store: CaseStore, { lost }: Verdict): void {
  for (const { id, text, source } of store.state.all('document')) {
    try {
      const { length } = store.state.text(id).text;
      if (length !== text.length) lost.push(`The text of ${id} has ${length} characters.`);
      const size = store.blobs.source(source.sha256).length;
      if (size !== source.size) lost.push(`The original of ${id} has ${size} bytes.`);
    } catch (error) {
      lost.push(`The words of ${id} cannot be read: ${String(error)}`);
    }
  }
}
