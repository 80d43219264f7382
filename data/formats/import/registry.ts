import { AppError } from '../../errors.ts';
import { unfoldBlocks } from '../../text/fold-blocks.ts';
import { say } from '../../words/say.ts';
import { emptyFile } from './decode.ts';
import type { Converted, ImportFormat, ReadText, SourceFile } from './format.ts';
import { latin1 } from './html-charset.ts';
import { html } from './html.ts';
import { markdown } from './markdown.ts';
import { plainText } from './plain-text.ts';
import type { ImportTools } from './tools.ts';

/** Bytes at the start of a file that tell its kind. */
const START = 1024;

/** Code units of text that one file may give, all its documents together: an archive may unpack to anything. */
const MOST_TEXT = 256 * 1024 * 1024;

/** The formats of a program: which one a file is of, and its way into working texts. */
export class ImportRegistry {
  readonly #formats: readonly ImportFormat[];
  readonly #rest: ImportFormat;
  /** File name endings that can be imported, for dialogs; without dots. */
  readonly extensions: readonly string[];
  /** Largest file that any format takes, in bytes: bigger ones need not be read at all. */
  readonly largest: number;

  /** `rest`: takes what is text and belongs to no other. */
  constructor(formats: readonly ImportFormat[], rest: ImportFormat) {
    this.#formats = [...formats, rest];
    this.#rest = rest;
    this.extensions = this.#formats.flatMap((one) => one.extensions);
    this.largest = Math.max(...this.#formats.map(({ limit }) => limit));
  }

  /**
   * The format of a file: of those whose signature it begins with, or else of those that have none, the one
   * that its ending names, then the one that knows its content.
   */
  formatOf({ name, bytes }: SourceFile): ImportFormat {
    const start = startOf(bytes);
    const signed = this.#formats.filter(({ starts = [] }) =>
      starts.some((signature) => start.startsWith(signature)),
    );
    const open = signed.length > 0 ? signed : this.#formats.filter(({ starts }) => !starts);
    const ending = /\.([^.]+)$/.exec(name.toLowerCase())?.[1] ?? '';
    return (
      open.find(({ extensions }) => extensions.includes(ending)) ??
      open.find((one) => one.sniff?.(start)) ??
      signed[0] ??
      this.#rest
    );
  }

  /**
   * Turns a file into working texts, most often one. The same bytes and name give the same result. Throws
   * `empty-file`, `too-large`, `not-text`, `wrong-encoding`, `unsupported-format` or `import-failed`.
   */
  async *convert(file: SourceFile, tools: ImportTools): AsyncGenerator<Converted, void, undefined> {
    const { name, bytes } = file;
    if (bytes.length === 0) throw emptyFile(name);
    this.needSize(name, bytes.length);
    const format = this.formatOf(file);
    if (!format.starts) {
      const { refuseKnownKind } = await import('./refused-kinds.ts');
      await refuseKnownKind(file, this.extensions);
    }
    this.needSize(name, bytes.length, format.limit);
    let length = 0;
    for await (const reading of format.convert(file, tools)) {
      length += reading.text.length;
      if (length > MOST_TEXT) throw tooMuchText(name);
      yield { mediaType: format.mediaTypes[0], ...folded(reading) };
    }
    if (length === 0) throw emptyFile(name);
  }

  /** Throws `too-large` when a file of `size` bytes is beyond what is taken. */
  needSize(name: string, size: number, limit = this.largest): void {
    if (size <= limit) return;
    const megabytes = (bytes: number) => Math.round(bytes / 1024 / 1024);
    throw new AppError(
      'too-large',
      say('imports.tooLarge', { file: name, size: megabytes(size), limit: megabytes(limit) }),
      { file: name, size, limit },
    );
  }
}

/** The formats that need nothing but the bytes. */
export const pureFormats: readonly ImportFormat[] = [html, markdown];

/** Reads the pure formats alone, and whatever is text as plain text. */
export const pureRegistry = new ImportRegistry(pureFormats, plainText);

const startOf = (bytes: Uint8Array): string => latin1(bytes.subarray(0, START));

/** Which blocks are folded away is told beside them. */
function folded({ blocks: shown, ...rest }: ReadText): Omit<Converted, 'mediaType'> {
  const { blocks, folded: spans } = unfoldBlocks(shown);
  const regions = spans.map((span) => ({ ...span, kind: 'boilerplate' as const }));
  return { ...rest, blocks, regions };
}

function tooMuchText(name: string): AppError {
  return new AppError('too-large', say('imports.tooMuchText', { file: name }), {
    file: name,
    limit: MOST_TEXT,
  });
}
