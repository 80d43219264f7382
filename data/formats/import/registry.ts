import { AppError, asAppError } from '../../errors.ts';
import { say } from '../../words/say.ts';
import { emptyFile } from './decode.ts';
import { docx } from './docx/docx.ts';
import { epub } from './epub/epub.ts';
import { finished } from './finish.ts';
import type { ConvertedPart, ImportFormat, InnerFile, SourceFile } from './format.ts';
import { latin1 } from './bytes.ts';
import { html } from './html/html.ts';
import { eml } from './mail/eml.ts';
import { mbox } from './mail/mbox.ts';
import { mhtml } from './html/mhtml/mhtml.ts';
import { xhtml } from './html/xhtml.ts';
import { markdown } from './markdown/markdown.ts';
import { fodt, odt } from './odt/odt.ts';
import { plainText } from './plain-text.ts';
import { srt, vtt } from './subtitles/subtitles.ts';
import { csv } from './table/csv.ts';
import { refuseSource } from './refused-sources.ts';
import { rtf } from './rtf/rtf.ts';
import type { ImportTools } from './tools.ts';
import { xlsx } from './xlsx/xlsx.ts';
import { zip } from './zip/zip.ts';

/** Bytes at the start of a file that tell its kind. */
const START = 1024;

/** Code units of text that one file may give, all its documents together: an archive may unpack to anything. */
const MOST_TEXT = 256 * 1024 * 1024;

/** Files within files within files: deeper nobody nests but to harm. */
const DEEPEST = 3;

/** Documents and refusals out of one file. */
const MOST_PARTS = 200_000;

/** What has come out of a file so far, all files in it counted. */
interface Tally {
  text: number;
  parts: number;
}

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
   * The format of a file: of those whose signature it begins with the one that knows its content, then the one
   * that its ending names; of those without a signature the named one first. A page that is called a text is a
   * page all the same.
   */
  formatOf({ name, bytes }: SourceFile): ImportFormat {
    const start = startOf(bytes);
    const signed = this.#formats.filter(({ starts = [] }) =>
      starts.some((signature) => start.startsWith(signature)),
    );
    const named = ({ extensions }: ImportFormat): boolean => hasEnding(name, extensions);
    const known = (one: ImportFormat): boolean => one.sniff?.(start, bytes) ?? false;
    if (signed.length > 0)
      return signed.find(known) ?? signed.find(named) ?? (signed.at(-1) as ImportFormat);
    const behind = this.#formats.find((one) => one.startsBehind?.(start, bytes));
    if (behind) return behind;
    const open = this.#formats.filter(({ starts }) => !starts);
    const byName = open.find(named);
    if (byName !== this.#rest) return byName ?? open.find(known) ?? this.#rest;
    return open.find((one) => one.isMarkup && known(one)) ?? byName;
  }

  /** The file name ending of a media type, without the dot; undefined where no format has it. */
  endingOf(mediaType: string): string | undefined {
    return this.#formats.find(({ mediaTypes }) => mediaTypes.includes(mediaType))?.extensions[0];
  }

  /**
   * Turns a file into working texts, most often one; a part that cannot be read is told, and the rest goes on.
   * The same bytes and name give the same result. Throws `empty-file`, `too-large`, `not-text`,
   * `wrong-encoding`, `unsupported-format`, `password-needed` or `import-failed`.
   */
  async *convert(
    file: SourceFile,
    tools: ImportTools,
  ): AsyncGenerator<ConvertedPart, void, undefined> {
    const tally = { text: 0, parts: 0 };
    yield* this.#convert(file, tools, 1, tally);
    if (tally.parts === 0) throw emptyFile(file.name);
  }

  async *#convert(
    file: SourceFile,
    tools: ImportTools,
    depth: number,
    tally: Tally,
  ): AsyncGenerator<ConvertedPart, void, undefined> {
    const format = await this.#formatFor(file);
    let message: string | undefined;
    for await (const found of format.convert(file, tools)) {
      if ('inner' in found) {
        for await (const one of this.#inner(found, file, tools, depth, tally)) {
          yield found.attached && !('error' in one) && message !== undefined
            ? { attachedTo: message, ...one }
            : one;
        }
        continue;
      }
      count(tally, found.text.length, file.name);
      message = found.part ?? '';
      yield await finished(found, format, file);
    }
  }

  /** The documents of a file within a file, called by its name in it. */
  async *#inner(
    { part, inner }: InnerFile,
    { encoding, passwords }: SourceFile,
    tools: ImportTools,
    depth: number,
    tally: Tally,
  ): AsyncGenerator<ConvertedPart, void, undefined> {
    const name = part.slice(part.lastIndexOf('/') + 1);
    const settings = {
      ...(encoding !== undefined && { encoding }),
      ...(passwords && { passwords }),
    };
    try {
      if (depth > DEEPEST) throw tooDeep(name);
      const before = tally.parts;
      const file = { name, bytes: inner, ...settings };
      for await (const one of this.#convert(file, tools, depth + 1, tally)) {
        const own = one.part === undefined ? part : `${part}/${one.part}`;
        if ('error' in one) yield { ...one, part: own };
        else
          yield {
            ...one,
            part: own,
            bytes: one.bytes ?? inner,
            ...(one.attachedTo !== undefined && {
              attachedTo: one.attachedTo === '' ? part : `${part}/${one.attachedTo}`,
            }),
          };
      }
      if (tally.parts === before) throw emptyFile(name);
    } catch (thrown) {
      tools.signal.throwIfAborted();
      const error = asAppError(thrown);
      if (error.details['limit'] === MOST_TEXT) throw error;
      count(tally, 0, name);
      yield { part, error: error.toJSON() };
    }
  }

  /** The format of a file that may be read. Throws what {@link convert} says. */
  async #formatFor(file: SourceFile): Promise<ImportFormat> {
    const { name, bytes } = file;
    if (bytes.length === 0) throw emptyFile(name);
    this.needSize(name, bytes.length);
    const format = this.formatOf(file);
    if (!format.starts) {
      const { refuseKnownKind } = await import('./refused-kinds.ts');
      await refuseKnownKind(file, this.extensions);
    }
    if (format === this.#rest && !hasEnding(name, format.extensions)) refuseSource(file);
    this.needSize(name, bytes.length, format.limit);
    return format;
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
export const pureFormats: readonly ImportFormat[] = [
  xhtml,
  html,
  mhtml,
  markdown,
  docx,
  odt,
  fodt,
  rtf,
  eml,
  mbox,
  csv,
  srt,
  vtt,
  epub,
  xlsx,
  zip,
];

/** Reads the pure formats alone, and whatever is text as plain text. */
export const pureRegistry = new ImportRegistry(pureFormats, plainText);

const hasEnding = (name: string, endings: readonly string[]): boolean =>
  endings.includes(/\.([^.]+)$/.exec(name.toLowerCase())?.[1] ?? '');

const startOf = (bytes: Uint8Array): string => latin1(bytes.subarray(0, START));

/** Throws `too-large` when a file gives more than any may. */
function count(tally: Tally, length: number, name: string): void {
  tally.text += length;
  tally.parts++;
  if (tally.text <= MOST_TEXT && tally.parts <= MOST_PARTS) return;
  throw new AppError('too-large', say('imports.tooMuchText', { file: name }), {
    file: name,
    limit: MOST_TEXT,
  });
}

function tooDeep(name: string): AppError {
  return new AppError('unsupported-format', say('imports.tooDeep', { file: name, most: DEEPEST }), {
    file: name,
  });
}
