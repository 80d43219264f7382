import { AppError } from '../../errors.ts';
import { say } from '../../words/say.ts';
import type { PictureReader } from './picture-reader.ts';

/** Says that nobody wants the result any more; an AbortSignal is one. */
export interface StopSignal {
  readonly aborted: boolean;
  /** Throws the reason once {@link aborted}. */
  throwIfAborted(): void;
}

/**
 * Encodings of the time before Unicode, which take a library to read and to tell. Labels are those of the
 * WHATWG Encoding Standard, or other usual names.
 */
export interface Encodings {
  /** Whether there is such an encoding. */
  knows(label: string): Promise<boolean>;
  /** Bytes as text; those that mean nothing become U+FFFD. `passed` hears how many bytes are done. */
  decode(bytes: Uint8Array, label: string, passed: (bytes: number) => void): Promise<string>;
  /** What bytes look like that are no UTF-8; undefined when nothing is likely. */
  guess(bytes: Uint8Array): Promise<string | undefined>;
}

/** An open archive whose entries are safe to name and to unpack. */
export interface OpenArchive {
  /** Names of its files, folders of them included, in the order of the archive. */
  readonly names: readonly string[];
  /** Bytes of a file; undefined when there is none of that name. Throws `import-failed` when it is damaged. */
  read(name: string): Promise<Uint8Array | undefined>;
}

/** What a format may use while it reads a file, beside the file itself. */
export interface ImportTools {
  /**
   * Says how much is done: bytes, pages or parts, of `total`. A file about which nothing more is said for
   * ten seconds is given up, so a long loop says it as it goes ({@link Meter} keeps that cheap).
   */
  progress(done: number, total: number): void;
  readonly signal: StopSignal;
  readonly encodings: Encodings;
  /**
   * Opens a ZIP once it is clear that all of it may be unpacked. `name`: the file, for refusals. Throws
   * `import-failed` for one that is broken, or that would unpack to harm.
   */
  openZip(bytes: Uint8Array, name: string): Promise<OpenArchive>;
  /**
   * The next password to try on the file; undefined when there is none left. `isWrong`: the one before did not
   * open it.
   */
  password(isWrong: boolean): Promise<string | undefined>;
  /** Reads words in pictures; undefined where nobody asked for that. It is made ready when it is first needed. */
  pictureReader(): Promise<PictureReader | undefined>;
}

/** Tools where nobody listens, nobody can be asked, no picture is read and no encoding but Unicode. */
export const bareTools: ImportTools = {
  progress: () => undefined,
  signal: { aborted: false, throwIfAborted: () => undefined },
  encodings: {
    knows: () => Promise.resolve(false),
    decode: () => Promise.resolve(''),
    guess: () => Promise.resolve(undefined),
  },
  openZip: (_bytes, name) =>
    Promise.reject(
      new AppError('import-failed', say('imports.brokenArchive', { file: name }), { file: name }),
    ),
  password: () => Promise.resolve(undefined),
  pictureReader: () => Promise.resolve(undefined),
};

/** Units of work between two signs of progress: a fraction of a second on the slowest machine. */
const STRIDE = 256 * 1024;

/** Counts work that is done in many small steps, and tells of it now and then. */
export class Meter {
  readonly #tools: Pick<ImportTools, 'progress' | 'signal'>;
  readonly #total: number;
  readonly #stride: number;
  #done = 0;
  #told = 0;

  /**
   * `total`: how much there is to do, in bytes or code units; an estimate will do. `stride`: how much of it is
   * between two signs, where it takes longer than usual.
   */
  constructor(tools: Pick<ImportTools, 'progress' | 'signal'>, total: number, stride = STRIDE) {
    this.#tools = tools;
    this.#total = total;
    this.#stride = stride;
  }

  /** So much more is done. Throws the reason of the signal once nobody wants the result. */
  readonly add = (units: number): void => {
    this.#done += units;
    if (this.#done - this.#told < this.#stride) return;
    this.#told = this.#done;
    this.#tools.signal.throwIfAborted();
    this.#tools.progress(this.#done, Math.max(this.#done, this.#total));
  };
}
