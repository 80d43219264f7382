import { AppError } from '../../../errors.ts';
import { say } from '../../../words/say.ts';
import { decodeUnicode, mendUnicode } from '../text-decoder.ts';
import type { OpenArchive } from '../tools.ts';

/** Largest part that is read paragraph by paragraph, in bytes. */
export const LONGEST_TEXT = 192 * 1024 * 1024;
/** Largest part that is held as a tree, in bytes. */
const LARGEST_TREE = 48 * 1024 * 1024;

/** The parts of an office file by their names, whatever their case. */
export class Parts {
  readonly #archive: OpenArchive;
  readonly #file: string;
  readonly #names: ReadonlyMap<string, string>;

  constructor(archive: OpenArchive, file: string) {
    this.#archive = archive;
    this.#file = file;
    this.#names = new Map(archive.names.map((name) => [keyOf(name), name]));
  }

  get names(): readonly string[] {
    return this.#archive.names;
  }

  has(name: string): boolean {
    return this.#names.has(keyOf(name));
  }

  /** Text of a part; undefined when there is none of that name. Throws `too-large` beyond `limit` bytes. */
  async text(name: string, limit = LARGEST_TREE): Promise<string | undefined> {
    const known = this.#names.get(keyOf(name));
    const bytes = known === undefined ? undefined : await this.#archive.read(known);
    if (!bytes) return undefined;
    if (bytes.length > limit) throw tooLarge(this.#file, bytes.length, limit);
    return xmlText(bytes);
  }
}

/** XML as text: UTF-16 when a byte order mark says so, else UTF-8. */
function xmlText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const isLittle = first === 0xff && second === 0xfe;
  const encoding = isLittle ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  const quiet = () => undefined;
  const text = decodeUnicode(bytes, encoding, quiet) ?? mendUnicode(bytes, encoding, quiet);
  return text.startsWith('\ufeff') ? text.slice(1) : text;
}

const keyOf = (name: string): string => name.replace(/\\/g, '/').replace(/^\//, '').toLowerCase();

function tooLarge(file: string, size: number, limit: number): AppError {
  const megabytes = (bytes: number) => Math.round(bytes / 1024 / 1024);
  return new AppError(
    'too-large',
    say('imports.tooLarge', { file, size: megabytes(size), limit: megabytes(limit) }),
    { file, size, limit },
  );
}
