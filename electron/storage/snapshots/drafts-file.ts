import type { Drafts } from '#data/api/case-snapshot.ts';
import type { CaseParts } from './case-parts.ts';
import { putFile } from '../disk/durable-file.ts';

/** Name of the file, in the folder of a case and in what it is sealed for. */
export const DRAFTS = 'drafts.json';

/**
 * What was typed into forms and not taken yet. It lies in the case and in its form: sealed when the case
 * is encrypted, and nowhere in the folder of the user. Not part of the record: no backup and no packed
 * case has it.
 */
export class DraftsFile {
  readonly #parts: CaseParts;
  #turn: Promise<void> = Promise.resolve();

  constructor(parts: CaseParts) {
    this.#parts = parts;
  }

  /** The drafts; null when there are none, or none that can be read. */
  read(): Drafts {
    const { disk, codec, paths } = this.#parts;
    try {
      const bytes = codec.openFile(DRAFTS, disk.read(paths.drafts));
      return JSON.parse(Buffer.from(bytes).toString('utf8')) as Drafts;
    } catch {
      return null; // none yet, or damaged: the case itself is whole
    }
  }

  /** Keeps the drafts; durable on return. One write at a time. Throws what the disk throws. */
  write(drafts: Drafts): Promise<void> {
    const written = this.#turn.then(() => this.#put(drafts));
    this.#turn = written.catch(() => undefined);
    return written;
  }

  /** Waits for what is being written. */
  settled(): Promise<void> {
    return this.#turn;
  }

  async #put(drafts: Drafts): Promise<void> {
    const { disk, codec, paths } = this.#parts;
    const box = codec.sealFile(DRAFTS, Buffer.from(JSON.stringify(drafts)));
    await putFile(disk, paths.drafts, box);
  }
}
