import { AppError } from '#data/errors.ts';
import { say } from '#data/words/say.ts';
import { sha256 } from '../disk/hash.ts';
import { parseLazily } from './lazy-records.ts';
import { encoded, hashed, joined } from '../disk/sliced-bytes.ts';
import type { TimeSlice } from '../disk/time-slice.ts';

const OPENS = ',\n"sha256":"';
const TRAILER = OPENS.length + 64 + '"}\n'.length;

/**
 * A snapshot as bytes: readable JSON, one record per line, whose last member is the SHA-256 of all
 * bytes before it. Made in slices: what `data` holds must not change meanwhile (records are replaced,
 * never altered, so capturing the lists of them is enough).
 */
export async function snapshotBytes(data: object, slice: TimeSlice): Promise<Uint8Array> {
  const pieces = await encoded(membersOf(data), slice);
  const hash = await hashed(pieces, slice);
  return joined([...pieces, Buffer.from(`${OPENS}${hash.toString('hex')}"}\n`)], slice);
}

/** The data of a snapshot. Throws `damaged` when its hash does not fit. */
export function snapshotData(bytes: Uint8Array): unknown {
  const { body, trailer } = partsOf(bytes);
  return dataOf(body, trailer, sha256(body));
}

/** The same, its hash taken in slices. */
export async function snapshotDataInSlices(bytes: Uint8Array, slice: TimeSlice): Promise<unknown> {
  const { body, trailer } = partsOf(bytes);
  return dataOf(body, trailer, (await hashed([body], slice)).toString('hex'));
}

function partsOf(bytes: Uint8Array): { body: Uint8Array; trailer: string } {
  const end = Math.max(0, bytes.length - TRAILER);
  const trailer = Buffer.from(bytes.subarray(end)).toString('latin1');
  return { body: bytes.subarray(0, end), trailer };
}

function dataOf(body: Uint8Array, trailer: string, hash: string): unknown {
  if (trailer !== `${OPENS}${hash}"}\n`) {
    throw new AppError('damaged', say('store.snapshotHash'));
  }
  const { buffer, byteOffset, length } = body;
  return parseLazily(`${Buffer.from(buffer, byteOffset, length).toString('utf8')}}`);
}

/** JSON of an object without its closing brace, its lists and tables of lists opened up by line. */
function* membersOf(data: object): Generator<string> {
  let first = true;
  for (const [key, value] of Object.entries(data)) {
    yield `${first ? '{' : ',\n'}${JSON.stringify(key)}:`;
    yield* opened(value, 0);
    first = false;
  }
  if (first) yield '{';
}

function* opened(value: unknown, depth: number): Generator<string> {
  if (Array.isArray(value)) yield* list(value);
  else if (value instanceof Map) yield* entries(value);
  else if (depth === 0 && isTable(value)) yield* table(value, depth);
  else yield JSON.stringify(value);
}

function* list(values: readonly unknown[]): Generator<string> {
  let mark = '[\n';
  for (const one of values) {
    yield mark + JSON.stringify(one);
    mark = ',\n';
  }
  yield mark === '[\n' ? '[]' : '\n]';
}

function* table(values: Record<string, unknown>, depth: number): Generator<string> {
  let mark = '{\n';
  for (const [key, value] of Object.entries(values)) {
    yield `${mark}${JSON.stringify(key)}:`;
    yield* opened(value, depth + 1);
    mark = ',\n';
  }
  yield mark === '{\n' ? '{}' : '\n}';
}

/** A map as an object on one line. */
function* entries(map: ReadonlyMap<unknown, unknown>): Generator<string> {
  let mark = '{';
  for (const [key, value] of map) {
    yield `${mark}${JSON.stringify(key)}:${JSON.stringify(value)}`;
    mark = ',';
  }
  yield mark === '{' ? '{}' : '}';
}

function isTable(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
