import { dirname, join } from 'node:path';
import { AppError } from '#data/errors.ts';
import type { WorkingTextRef } from '#data/model/document.ts';
import type { RecordOf } from '#data/model/records.ts';
import type { Codec } from '#data/storage/codec.ts';
import { WorkingText } from '#data/text/working-text.ts';
import type { CasePaths } from './case-paths.ts';
import type { Disk } from './disk.ts';
import { putFile, temporaryOf } from './durable-file.ts';
import { sha256 } from './hash.ts';
import { storageError } from './storage-error.ts';

const READ_ONLY = 0o444;
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
  #kept = 0;

  /** `most`: UTF-16 code units of working texts to keep in memory. */
  constructor(disk: Disk, paths: CasePaths, codec: Codec, most = KEPT) {
    this.#disk = disk;
    this.#paths = paths;
    this.#codec = codec;
    this.#most = most;
  }

  /** Keeps original bytes; durable on return. Bytes that are there already are not written again. */
  async putSource(bytes: Uint8Array): Promise<{ sha256: string; size: number }> {
    const hash = sha256(bytes);
    await this.#put(this.#sourceName(hash), hash, bytes);
    return { sha256: hash, size: bytes.length };
  }

  /** Keeps a working text; durable on return. Throws `empty-file` for a text without words. */
  async putText(given: WorkingText): Promise<WorkingTextRef> {
    const checked = WorkingText.safeParse(given);
    if (!checked.success) {
      throw new AppError('empty-file', 'There is no text in this file. Nothing was changed.');
    }
    const { text, blocks } = checked.data;
    const bytes = Buffer.from(JSON.stringify({ text, blocks }));
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
    const known = this.#texts.get(blob);
    if (known) {
      this.#texts.delete(blob);
      this.#texts.set(blob, known);
      return known;
    }
    return this.#keep(blob, this.readText(document.text));
  }

  /** Reads and verifies a working text afresh. Throws `damaged`. */
  readText(reference: WorkingTextRef): WorkingText {
    const bytes = this.#read(this.#textName(reference.blob), reference.blob, 'working text');
    return JSON.parse(Buffer.from(bytes).toString('utf8')) as WorkingText;
  }

  /** Paths within the case of all stored files, whether a document names them or not. */
  names(): string[] {
    return ['sources', 'texts'].flatMap((folder) => {
      const path = join(this.#paths.folder, folder);
      const names = this.#disk.exists(path) ? this.#disk.list(path) : [];
      return names
        .filter((name) => !name.endsWith(temporaryOf('')))
        .map((name) => `${folder}/${name}`);
    });
  }

  /** Whether a stored file is what its name says. */
  fits(name: string): boolean {
    try {
      const bytes = this.#codec.openFile(name, this.#disk.read(join(this.#paths.folder, name)));
      const hash = sha256(bytes);
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
      if (this.#holds(name, hash)) return await this.#disk.syncFolder(dirname(path));
      this.#disk.makeFolder(dirname(path));
      await putFile(this.#disk, path, this.#codec.sealFile(name, bytes), READ_ONLY);
    } catch (error) {
      throw storageError(error, 'store the document', path);
    }
  }

  /** Whether the file is there as it should be; a damaged one is written again. */
  #holds(name: string, hash: string): boolean {
    const path = join(this.#paths.folder, name);
    if (!this.#disk.exists(path)) return false;
    try {
      return sha256(this.#codec.openFile(name, this.#disk.read(path))) === hash;
    } catch {
      return false;
    }
  }

  #read(name: string, hash: string, what: string): Uint8Array {
    const path = join(this.#paths.folder, name);
    let bytes: Uint8Array;
    try {
      bytes = this.#codec.openFile(name, this.#disk.read(path));
    } catch (error) {
      throw damagedBlob(what, hash, storageError(error, `read the ${what}`, path).message);
    }
    if (sha256(bytes) === hash) return bytes;
    throw damagedBlob(what, hash, 'Its bytes do not fit its SHA-256.');
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

function damagedBlob(what: string, hash: string, reason: string): AppError {
  return new AppError(
    'damaged',
    `The ${what} ${hash.slice(0, 12)}… is damaged. ${reason} ` +
      'The rest of the case is untouched; import the document again to repair it.',
    { what, sha256: hash },
  );
}
