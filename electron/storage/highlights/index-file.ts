import { webcrypto } from 'node:crypto';
import { join } from 'node:path';
import { putFile } from '../disk/durable-file.ts';
import { HighlightIndex } from './highlight-index.ts';
import type { SnapshotPlace } from '../snapshots/snapshot-adapter.ts';
import { encoded, hashed, joined } from '../disk/sliced-bytes.ts';
import { TimeSlice } from '../disk/time-slice.ts';

/** Name of the index of highlights. */
export const INDEX_NAME = 'highlights';
/** Its path within a case. */
const NAME = `index/${INDEX_NAME}`;
/** SHA-256 of all that follows; then lengths of header and lists; header; table; lists. */
const HASH = 32;
const LENGTHS = 8;

/** Raised whenever the layout changes: an index of another layout is built anew. */
const LAYOUT = 1;

interface Header {
  layout: number;
  uid: string;
  seq: number;
  documents: string[];
  /** Slots of the table in use, and those that hold something. */
  used: number;
  live: number;
}

/**
 * The bytes of an index, made in slices. `seq`: the journal number that all of it has reached as this is
 * called; parts of it may be ahead when they are copied, which a replay from `seq` does not mind.
 */
export async function indexImage(
  index: HighlightIndex,
  uid: string,
  seq: number,
): Promise<Uint8Array> {
  const slice = new TimeSlice();
  const lists = await encoded(index.lists.pieces(), slice);
  const { slots, ...use } = index.table.content();
  const header: Header = { layout: LAYOUT, uid, seq, documents: index.documents, ...use };
  const head = padded(Buffer.from(JSON.stringify(header)));
  const lengths = Uint32Array.of(
    head.length,
    lists.reduce((sum, { length }) => sum + length, 0),
  );
  const parts = [new Uint8Array(HASH), bytesOf(lengths), head, bytesOf(slots), ...lists];
  const bytes = await joined(parts, slice); // a copy: the table may go on changing under the hash
  (await hashed([bytes.subarray(HASH)], slice)).copy(bytes);
  return bytes;
}

/** Writes the bytes of an index. Only for a plain case: what is derived lies nowhere in an encrypted one. */
export async function writeImage(
  { disk, folder }: SnapshotPlace,
  image: Uint8Array,
): Promise<void> {
  disk.makeFolder(join(folder, 'index'));
  await putFile(disk, join(folder, NAME), image);
}

/** Removes the file of an index, if there is one. */
export async function removeIndex({ disk, folder }: SnapshotPlace): Promise<void> {
  const path = join(folder, NAME);
  if (disk.exists(path)) await disk.beside.removeFile(path);
}

/** An index that was read and fits its hash. Making it usable takes some ten milliseconds more. */
export interface FoundIndex {
  /** The case that it is of, and the journal number that it has reached. */
  uid: string;
  seq: number;
  make: () => HighlightIndex;
}

/** Reads the index of a plain case; undefined when it is missing, damaged or of another layout. */
export async function readIndex({ disk, folder }: SnapshotPlace): Promise<FoundIndex | undefined> {
  try {
    return await indexFrom(disk.read(join(folder, NAME)));
  } catch {
    return undefined; // derived: whatever is wrong with it, it is built anew
  }
}

/**
 * The index in its bytes; undefined when they are damaged or of another layout. The hash is taken in a
 * thread, beside whatever the caller does until it waits for the answer.
 */
export async function indexFrom(image: Uint8Array): Promise<FoundIndex | undefined> {
  try {
    const content = image.subarray(HASH);
    const hash = await webcrypto.subtle.digest('SHA-256', content);
    return Buffer.compare(new Uint8Array(hash), image.subarray(0, HASH)) === 0
      ? foundIn(content)
      : undefined;
  } catch {
    return undefined; // its header is none
  }
}

/** Throws when the content, which fits its hash, is not an index. */
function foundIn(content: Uint8Array): FoundIndex | undefined {
  const view = new DataView(content.buffer, content.byteOffset, LENGTHS);
  const tableAt = LENGTHS + view.getUint32(0, true);
  const listsAt = content.length - view.getUint32(4, true);
  const head = JSON.parse(textOf(content.subarray(LENGTHS, tableAt))) as Header;
  const { layout, uid, seq, documents, used, live } = head;
  if (layout !== LAYOUT) return undefined;
  const make = (): HighlightIndex => {
    const slots = wordsOf(content.subarray(tableAt, listsAt));
    const lists = textOf(content.subarray(listsAt));
    return new HighlightIndex({ seq, documents, table: { slots, used, live }, lists });
  };
  return { uid, seq, make };
}

/** JSON may be followed by blanks: the table behind it begins at a multiple of four. */
function padded(bytes: Buffer): Buffer {
  return Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4, ' ')]);
}

const bytesOf = (words: Uint32Array): Buffer =>
  Buffer.from(words.buffer, words.byteOffset, words.byteLength);

/** Numbers of 32 bits; copied only where the bytes do not begin at a multiple of four. */
function wordsOf(bytes: Uint8Array): Uint32Array {
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : new Uint8Array(bytes);
  return new Uint32Array(aligned.buffer, aligned.byteOffset, aligned.length / 4);
}

const textOf = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8');
