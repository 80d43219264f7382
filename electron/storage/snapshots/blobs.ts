import { dirname, join } from 'node:path';
import { AppError } from '#data/errors.ts';
import type { WorkingTextRef } from '#data/model/document.ts';
import type { RecordOf } from '#data/model/records.ts';
import { mayHold } from '#data/storage/archive-manifest.ts';
import type { Codec } from '#data/storage/codec.ts';
import { withKindsOfToday } from '#data/text/older-kinds.ts';
import { WorkingText } from '#data/text/working-text.ts';
import { say } from '#data/words/say.ts';
import type { ByteFilter } from './byte-filter.ts';
import type { CasePaths } from '../files/case-paths.ts';
import type { Disk } from '../disk/disk.ts';
import { putFile } from '../disk/durable-file.ts';
import { sha256 } from '../disk/hash.ts';
import { hashed, opened, readInSlices, sealed } from '../disk/sliced-bytes.ts';
import { storageError } from '../disk/storage-error.ts';
import { TimeSlice } from '../disk/time-slice.ts';

/** What a stored file is: what came from outside, or what was made of it. */
type BlobKind = 'original' | 'text';

const READ_ONLY = 0o444;
/** Longer texts (UTF-16 code units) are not read in one step. */
const LONG = 500_000;
/** Bytes of the memory for short texts: one that fills it may be longer. */
const MEMORY = 1024 * 1024;
/** Working texts kept in memory, in UTF-16 code units altogether. */
const KEPT = 32 * 1024 * 1024;

/** Originals and working texts: written once under their SHA-256, never changed. */
export class Blobs {
  readonly #disk: Disk;
  readonly #paths: CasePaths;
  readonly #codec: Codec;
  readonly #most: number;
  /** Least recently used first. */
  readonly #texts = new Map<string, WorkingText>();
  /** The text asked for last, which the next save asks for as well. */
  #latest: { blob: string; text: WorkingText } | undefined;
  #kept = 0;
  #memory: Buffer | undefined;

  /** `most`: UTF-16 code units of working texts to keep in memory. */
  constructor(disk: Disk, paths: CasePaths, codec: Codec, most = KEPT) {
    this.#disk = disk;
    this.#paths = paths;
    this.#codec = codec;
    this.#most = most;
  }

  /** Keeps original bytes; durable on return. Bytes that are there already are not written again. */
  async putSource(bytes: Uint8Array): Promise<{ sha256: string; size: number }> {
    const hash = await hashInSlices(bytes);
    await this.#put(this.#sourceName(hash), hash, bytes);
    return { sha256: hash, size: bytes.length };
  }

  /** Keeps a working text; durable on return. Throws `empty-file` for a text without words. */
  async putText(given: WorkingText): Promise<WorkingTextRef> {
    const checked = WorkingText.safeParse(given);
    if (!checked.success) {
      throw new AppError('empty-file', say('store.noText'));
    }
    const { text, ...rest } = checked.data;
    const bytes = Buffer.from(JSON.stringify({ text, ...rest }));
    const blob = sha256(bytes);
    await this.#put(this.#textName(blob), blob, bytes);
    return { blob, sha256: sha256(text), length: text.length };
  }

  /** Original bytes by hash. Throws `damaged` when they are gone or altered. */
  source(hash: string): Uint8Array {
    return this.#read(this.#sourceName(hash), hash, 'original');
  }

  /** The working text of a document, verified when it is first read. Throws `damaged`. */
  text(document: RecordOf<'document'>): WorkingText {
    const { blob } = document.text;
    if (this.#latest?.blob === blob) return this.#latest.text;
    const text = this.#known(blob) ?? this.#keep(blob, this.readText(document.text));
    this.#latest = { blob, text };
    return text;
  }

  /**
   * The working text of a document for a single look: kept if it is kept already, but not for the sake of
   * this, so that looking through a whole case forgets nothing. Undefined when a filter tells that it is not
   * worth the look. Long texts are read beside edits. Throws `damaged`.
   */
  async textOnce(
    { text }: RecordOf<'document'>,
    slice: TimeSlice,
    filter?: ByteFilter,
  ): Promise<WorkingText | undefined> {
    const known = this.#texts.get(text.blob);
    if (known) return known;
    if (text.length > LONG) return await this.textInSlices(text, slice);
    const bytes = this.#readAgain(text.blob);
    if (!bytes) return this.readText(text);
    return filter?.mayHold(bytes) === false ? undefined : textOf(bytes);
  }

  /**
   * The bytes of a short text in memory that is used again: getting fresh memory for each file takes a fifth
   * of the time of looking through a case. Undefined when anything is not as it should be.
   */
  #readAgain(blob: string): Buffer | undefined {
    const name = this.#textName(blob);
    this.#memory ??= Buffer.allocUnsafeSlow(MEMORY);
    try {
      const file = this.#disk.open(join(this.#paths.folder, name), 'read');
      let size: number;
      try {
        size = file.read(this.#memory, 0);
      } finally {
        file.close();
      }
      const bytes = bufferOf(this.#codec.openFile(name, this.#memory.subarray(0, size)));
      return sha256(bytes) === blob ? bytes : undefined;
    } catch {
      return undefined; // reading it the usual way tells why
    }
  }

  #known(blob: string): WorkingText | undefined {
    const known = this.#texts.get(blob);
    if (known) {
      this.#texts.delete(blob);
      this.#texts.set(blob, known);
    }
    return known;
  }

  /** Reads and verifies a working text afresh. Throws `damaged`. */
  readText(reference: WorkingTextRef): WorkingText {
    const bytes = this.#read(this.#textName(reference.blob), reference.blob, 'text');
    return textOf(bytes);
  }

  /** As {@link source}, beside edits. */
  async sourceInSlices(hash: string, slice: TimeSlice): Promise<Uint8Array> {
    return this.#readInSlices(this.#sourceName(hash), hash, 'original', slice);
  }

  /** As {@link readText}, beside edits; only the parsing is one step. */
  async textInSlices({ blob }: WorkingTextRef, slice: TimeSlice): Promise<WorkingText> {
    const bytes = await this.#readInSlices(this.#textName(blob), blob, 'text', slice);
    return textOf(bytes);
  }

  /** Paths within the case of all stored files, whether a document names them or not. */
  *names(): Generator<string> {
    for (const folder of ['sources', 'texts']) {
      const path = join(this.#paths.folder, folder);
      for (const name of this.#disk.exists(path) ? this.#disk.list(path) : []) {
        if (mayHold(`${folder}/${name}`)) yield `${folder}/${name}`;
      }
    }
  }

  /** Whether a stored file is what its name says. */
  async fits(name: string, slice = new TimeSlice()): Promise<boolean> {
    try {
      const hash = await hashInSlices(await this.#opened(name, slice), slice);
      return name === this.#sourceName(hash) || name === this.#textName(hash);
    } catch {
      return false;
    }
  }

  /** Paths within the case of a document's original and working text. */
  namesOf({ source, text }: RecordOf<'document'>): string[] {
    return [this.#sourceName(source.sha256), this.#textName(text.blob)];
  }

  #sourceName(hash: string): string {
    return `sources/${this.#codec.fileName(hash)}`;
  }

  #textName(blob: string): string {
    return `texts/${this.#codec.fileName(blob)}.json`;
  }

  async #put(name: string, hash: string, bytes: Uint8Array): Promise<void> {
    const path = join(this.#paths.folder, name);
    try {
      if (await this.#holds(name, hash)) return await this.#disk.syncFolder(dirname(path));
      this.#disk.makeFolder(dirname(path));
      await putFile(this.#disk, path, await sealed(this.#codec, name, bytes), READ_ONLY);
    } catch (error) {
      throw storageError(error, say('doing.storeDocument'), path);
    }
  }

  /** Whether the file is there as it should be; a damaged one is written again. */
  async #holds(name: string, hash: string): Promise<boolean> {
    if (!this.#disk.exists(join(this.#paths.folder, name))) return false;
    try {
      return (await hashInSlices(await this.#opened(name))) === hash;
    } catch {
      return false;
    }
  }

  /** Content of a stored file, whatever it is. Throws what the disk throws, and `damaged`. */
  async #opened(name: string, slice = new TimeSlice()): Promise<Uint8Array> {
    const box = await readInSlices(this.#disk, join(this.#paths.folder, name), slice);
    return opened(this.#codec, name, box, slice);
  }

  async #readInSlices(
    name: string,
    hash: string,
    what: BlobKind,
    slice: TimeSlice,
  ): Promise<Uint8Array> {
    let bytes: Uint8Array;
    try {
      bytes = await this.#opened(name, slice);
    } catch (error) {
      throw this.#unread(error, name, hash, what);
    }
    if ((await hashInSlices(bytes, slice)) === hash) return bytes;
    throw damagedBlob(what, hash, UNFIT);
  }

  #read(name: string, hash: string, what: BlobKind): Uint8Array {
    let bytes: Uint8Array;
    try {
      bytes = this.#codec.openFile(name, this.#disk.read(join(this.#paths.folder, name)));
    } catch (error) {
      throw this.#unread(error, name, hash, what);
    }
    if (sha256(bytes) === hash) return bytes;
    throw damagedBlob(what, hash, UNFIT);
  }

  #unread(thrown: unknown, name: string, hash: string, what: BlobKind): AppError {
    const error = storageError(
      thrown,
      say(what === 'original' ? 'doing.readOriginal' : 'doing.readText'),
      join(this.#paths.folder, name),
    );
    return error.code === 'case-locked' ? error : damagedBlob(what, hash, error.message);
  }

  #keep(blob: string, text: WorkingText): WorkingText {
    this.#texts.set(blob, text);
    this.#kept += text.text.length;
    for (const [oldest, { text: words }] of this.#texts) {
      if (this.#kept <= this.#most || this.#texts.size === 1) break;
      this.#texts.delete(oldest);
      this.#kept -= words.length;
    }
    return text;
  }
}

const UNFIT = say('store.unfit');

const bufferOf = (bytes: Uint8Array): Buffer =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);

const textOf = (bytes: Uint8Array): WorkingText =>
  withKindsOfToday(JSON.parse(bufferOf(bytes).toString('utf8')) as WorkingText);

async function hashInSlices(bytes: Uint8Array, slice = new TimeSlice()): Promise<string> {
  return (await hashed([bytes], slice)).toString('hex');
}

function damagedBlob(what: BlobKind, hash: string, reason: string): AppError {
  return new AppError(
    'damaged',
    say('store.damagedBlob', { what, hash: hash.slice(0, 12), reason }),
    { what: say(`store.${what}`), sha256: hash },
  );
}
