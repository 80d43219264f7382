import { join } from 'node:path';
import { AppError } from '#data/errors.ts';
import type { Codec } from '#data/storage/codec.ts';
import type { Upgrade } from '#data/storage/migrations.ts';
import {
  headOf,
  numberOf,
  partsOf,
  type JournalHead,
  type JournalRecord,
} from '#data/storage/journal-record.ts';
import { say } from '#data/words/say.ts';
import type { Disk, DiskFile } from '../disk/disk.ts';
import { sha256 } from '../disk/hash.ts';

/** A file of the journal; its name is the number of its first record. */
export interface Segment {
  first: number;
  name: string;
  path: string;
}

/** Where the records of a segment end: behind so many bytes. */
export interface SegmentEnd {
  name: string;
  size: number;
}

/** A line of a segment as it is on disk, without its end; `complete` is false where the end is missing. */
export interface JournalLine {
  segment: Segment;
  offset: number;
  bytes: Buffer;
  complete: boolean;
}

const CHUNK = 256 * 1024;
const NEWLINE = 10;

/** Name of the segment that begins with record `n`; `copy` 2, 3 ... where a damaged one has the name. */
export function segmentName(n: number, copy = 1): string {
  return `${String(n).padStart(6, '0')}${copy > 1 ? `-${copy}` : ''}.ndjson`;
}

/** Whether a file in a journal is one of its segments. */
export const isSegmentName = (name: string): boolean => /^\d{6,}(-\d+)?\.ndjson$/.test(name);

/**
 * Whether a line that does not count is a save that was not finished: its end or its beginning is
 * missing, or parts of it are still the zeros that were there before. A whole record that does not fit
 * its hash is damage.
 */
export const isUnfinished = (line: JournalLine): boolean =>
  !line.complete || line.bytes.includes(0) || numberIn(line) === undefined;

/** All segments of a journal in order; none where there is no such folder. */
export function segmentsIn(disk: Disk, folder: string): Segment[] {
  if (!disk.exists(folder)) return [];
  return disk
    .list(folder)
    .filter(isSegmentName)
    .map((name) => ({ first: Number.parseInt(name, 10), name, path: join(folder, name) }))
    .sort((a, b) => a.first - b.first || a.name.length - b.name.length);
}

/** A line whose own hash fits, or why it does not count. */
export type Seen =
  | { ok: true; text: string; head: JournalHead; hash: string; prev: string }
  | { ok: false; reason: string };

/** Reads the journal without holding it: a record is found by binary search over byte positions. */
export class JournalReader {
  readonly #disk: Disk;
  readonly #folder: string;
  readonly #codec: Codec;
  readonly #upgrade: Upgrade | undefined;

  /** Without an `upgrade` changes are given as they were recorded. */
  constructor(disk: Disk, folder: string, codec: Codec, upgrade?: Upgrade) {
    this.#disk = disk;
    this.#folder = folder;
    this.#codec = codec;
    this.#upgrade = upgrade;
  }

  /** All segments in order. */
  segments(): Segment[] {
    return segmentsIn(this.#disk, this.#folder);
  }

  /** Where the records of the last segment end: its size, without the zeros that are kept behind them. */
  end(): SegmentEnd | undefined {
    const last = this.segments().at(-1);
    if (!last) return undefined;
    const file = this.#disk.open(last.path, 'read');
    try {
      return { name: last.name, size: endOf(file) };
    } finally {
      file.close();
    }
  }

  /** All bytes of a segment, without the zeros that are kept behind them. */
  bytes({ path }: Segment): Buffer {
    const { buffer, byteOffset, length } = this.#disk.read(path);
    return withoutZeros(Buffer.from(buffer, byteOffset, length));
  }

  /** Checks a line by itself: complete, of our form, its text fitting its hash. */
  see(line: JournalLine): Seen {
    if (!line.complete) return { ok: false, reason: say('checks.noEnd') };
    try {
      const text = this.#codec.openLine(line.bytes.toString('utf8'));
      const parts = partsOf(text);
      if (!parts) return { ok: false, reason: say('checks.noRecord') };
      if (sha256(parts.body) !== parts.hash) return { ok: false, reason: say('checks.wrongHash') };
      return { ok: true, text, head: headOf(text), hash: parts.hash, prev: parts.prev };
    } catch {
      return { ok: false, reason: say('checks.unreadable') };
    }
  }

  /** Lines from record `n` on (or from the first after it), good or bad. */
  *lines(n: number): Generator<JournalLine> {
    const segments = this.segments();
    let start = segments.findLastIndex(({ first }) => first <= n);
    if (start < 0) start = 0;
    for (const segment of segments.slice(start)) {
      const file = this.#disk.open(segment.path, 'read');
      try {
        const from = segment.first < n ? locate(file, n) : 0;
        yield* linesOf(file, segment, from);
      } finally {
        file.close();
      }
    }
  }

  /** One record with its changes. Throws `damaged` when it is not there or not readable. */
  record(n: number): JournalRecord {
    for (const line of this.lines(n)) {
      const number = numberIn(line);
      if (number === undefined || number < n) continue;
      const seen = this.see(line);
      if (!seen.ok) continue; // its number may be wrong as well
      if (number > n) break;
      return this.recordOf(seen.text);
    }
    throw new AppError('damaged', say('store.unreadableRecord', { n }), { n });
  }

  /** The record that a line holds, its changes in the current format. */
  recordOf(text: string): JournalRecord {
    const record = JSON.parse(text) as JournalRecord;
    const { changes } = record;
    return { ...record, changes: this.#upgrade?.changes(changes) ?? changes };
  }

  /** Heads of the records `first` to `last`, in order; those that cannot be read are left out. */
  heads(first: number, last: number): JournalHead[] {
    const found: JournalHead[] = [];
    for (const line of this.lines(first)) {
      const n = numberIn(line);
      if (n === undefined || n < first) continue;
      const seen = this.see(line);
      if (!seen.ok) continue;
      if (n > last) break;
      found.push(seen.head);
    }
    return found;
  }
}

const numberIn = ({ bytes }: JournalLine): number | undefined =>
  numberOf(bytes.toString('latin1', 0, 40));

/** Position behind the last byte that is not zero. */
function endOf(file: DiskFile): number {
  for (let end = file.size(); end > 0; end = Math.max(0, end - CHUNK)) {
    const chunk = Buffer.alloc(Math.min(CHUNK, end));
    const begin = end - chunk.length;
    const written = withoutZeros(chunk.subarray(0, file.read(chunk, begin))).length;
    if (written > 0) return begin + written;
  }
  return 0;
}

/**
 * Lines of one file from a byte position on. Reads in chunks; a long line costs its length. No record
 * has a zero in it: a line that has was room for records when a part of it was read, and is read again,
 * or it is damaged.
 */
function* linesOf(file: DiskFile, segment: Segment, from: number): Generator<JournalLine> {
  let offset = from;
  let begun: Buffer[] = [];
  let readAgain = -1;
  reading: for (let position = from; ;) {
    const chunk = Buffer.allocUnsafe(CHUNK);
    const fresh = chunk.subarray(0, file.read(chunk, position));
    if (fresh.length === 0) break;
    position += fresh.length;
    let begin = 0;
    for (let end = fresh.indexOf(NEWLINE); end >= 0; end = fresh.indexOf(NEWLINE, begin)) {
      const bytes = Buffer.concat([...begun, fresh.subarray(begin, end)]);
      if (bytes.includes(0) && readAgain !== offset) {
        readAgain = position = offset;
        begun = [];
        continue reading;
      }
      yield { segment, offset, bytes, complete: true };
      offset += bytes.length + 1;
      begun = [];
      begin = end + 1;
    }
    if (begin < fresh.length) begun.push(fresh.subarray(begin));
  }
  const rest = withoutZeros(Buffer.concat(begun));
  if (rest.length) yield { segment, offset, bytes: rest, complete: false };
}

/** Zeros at the end of a segment are room kept for further records, and no record. */
function withoutZeros(bytes: Buffer): Buffer {
  let end = bytes.length;
  while (end > 0 && bytes[end - 1] === 0) end--;
  return bytes.subarray(0, end);
}

/**
 * Byte position of record `n`, or 0 (read it all) when the search does not meet it: it is not there,
 * or damage led the search astray. Numbers rise along a file, so about 20 small reads are enough.
 */
function locate(file: DiskFile, n: number): number {
  let low = 0; // a line at or before `n` starts here
  let high = file.size();
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    const line = nextLine(file, middle);
    const number = line === undefined || line > high ? undefined : numberAt(file, line);
    if (line === undefined || number === undefined || number > n) high = middle;
    else if (number === n) return line;
    else low = line;
  }
  return 0;
}

/** Start of the first line that begins after `position`. */
function nextLine(file: DiskFile, position: number): number | undefined {
  const chunk = Buffer.allocUnsafe(16 * 1024);
  for (let at = position; ;) {
    const got = file.read(chunk, at);
    if (got === 0) return undefined;
    const end = chunk.subarray(0, got).indexOf(NEWLINE);
    if (end >= 0) return at + end + 1;
    at += got;
  }
}

function numberAt(file: DiskFile, position: number): number | undefined {
  const start = Buffer.alloc(40);
  return numberOf(start.toString('latin1', 0, file.read(start, position)));
}
