import { AppError } from '../../../errors.ts';
import { say } from '../../../words/say.ts';
import { latin1 } from '../bytes.ts';
import { lineAfter, readHeader, valueOf, withoutBreak, type HeaderField } from './header-block.ts';
import { structured, type Structured } from './parameters.ts';

/** A message, or a part of one: its body is a half-open range of bytes, its parts are in it. */
export interface MimePart {
  fields: HeaderField[];
  /** `text/plain` and such, with parameters. */
  type: Structured;
  start: number;
  end: number;
  parts: MimePart[];
}

/** Most parts of a message and levels of them: no mail program makes so many. */
const MOST_PARTS = 10_000;
const DEEPEST = 100;
/** Longest line that may be a boundary, in bytes. */
const LONGEST_BOUNDARY = 200;
/** Bytes in which the first boundary of a message is looked for when it names none. */
const LOOKED_AT = 16 * 1024;
const DASH = 0x2d;

/** A part that is read, with what stood for its boundary in the parts around it. */
interface Open {
  part: MimePart;
  boundary?: string;
  covered?: number | undefined;
}

/**
 * The parts of a message, found in one pass over its lines, however they lie within each other; a message in
 * the message is one part. `passed` hears how many bytes are done. Throws `too-large` for a mail of more than
 * {@link MOST_PARTS} parts or {@link DEEPEST} levels of them.
 */
export function mimeTree(
  bytes: Uint8Array,
  file: string,
  passed: (bytes: number) => void = () => undefined,
): MimePart {
  return new TreeReader(bytes, file, passed).read();
}

class TreeReader {
  readonly #bytes: Uint8Array;
  readonly #file: string;
  readonly #passed: (bytes: number) => void;
  readonly #open: Open[] = [];
  /** Where in the open parts a boundary stands. */
  readonly #boundaries = new Map<string, number>();
  #parts = 0;

  constructor(bytes: Uint8Array, file: string, passed: (bytes: number) => void) {
    this.#bytes = bytes;
    this.#file = file;
    this.#passed = passed;
  }

  read(): MimePart {
    const { length } = this.#bytes;
    const root = this.#begin(0, 'text/plain');
    for (let at = root.start; at < length;) {
      const next = lineAfter(this.#bytes, at, length);
      this.#passed(next - at);
      const found = this.#boundaryAt(at, next);
      at = found ? this.#part(found, at, next) : next;
    }
    this.#endFrom(0, length);
    return root;
  }

  /** Opens a part whose header begins here. */
  #begin(at: number, usual: string): MimePart {
    if (++this.#parts > MOST_PARTS || this.#open.length >= DEEPEST) throw this.#tooMany();
    const { fields, bodyAt } = readHeader(this.#bytes, at, this.#bytes.length);
    this.#passed(bodyAt - at);
    const type = structured(valueOf(fields, 'content-type') ?? usual);
    const part = { fields, type, start: bodyAt, end: bodyAt, parts: [] };
    this.#open.at(-1)?.part.parts.push(part);
    const open: Open = { part };
    const boundary = this.#boundaryOf(type, bodyAt);
    if (type.value.startsWith('multipart/') && boundary !== '') {
      open.boundary = boundary;
      open.covered = this.#boundaries.get(boundary);
      this.#boundaries.set(boundary, this.#open.length);
    }
    this.#open.push(open);
    return part;
  }

  /** The boundary that a part names; the whole message may name none, or one that is not there. */
  #boundaryOf({ value, parameters }: Structured, bodyAt: number): string {
    const named = parameters.get('boundary')?.bytes.trimEnd() ?? '';
    if (this.#parts > 1 || !value.startsWith('multipart/')) return named;
    const start = latin1(this.#bytes.subarray(bodyAt, bodyAt + LOOKED_AT));
    const isThere = named !== '' && `\n${start}`.includes(`\n--${named}`);
    return isThere ? named : (firstBoundary(start) ?? named);
  }

  #boundaryAt(at: number, next: number): { index: number; isLast: boolean } | undefined {
    const bytes = this.#bytes;
    if (bytes[at] !== DASH || bytes[at + 1] !== DASH || next - at > LONGEST_BOUNDARY) {
      return undefined;
    }
    const line = latin1(bytes.subarray(at + 2, next)).trimEnd();
    const index = this.#boundaries.get(line);
    if (index !== undefined) return { index, isLast: false };
    const last = line.endsWith('--') ? this.#boundaries.get(line.slice(0, -2)) : undefined;
    return last === undefined ? undefined : { index: last, isLast: true };
  }

  /** A boundary: parts within the one that it belongs to end, and the next one may begin. */
  #part({ index, isLast }: { index: number; isLast: boolean }, at: number, next: number): number {
    this.#endFrom(isLast ? index : index + 1, at);
    if (isLast) return next;
    const above = this.#open.at(-1)?.part;
    const usual = above?.type.value === 'multipart/digest' ? 'message/rfc822' : 'text/plain';
    return this.#begin(next, usual).start;
  }

  /** Closes the open parts from `index` on, whose bodies end before the line that begins here. */
  #endFrom(index: number, at: number): void {
    for (const { part, boundary, covered } of this.#open.splice(index).reverse()) {
      const isWhole = at === this.#bytes.length;
      part.end = isWhole ? at : Math.max(part.start, withoutBreak(this.#bytes, part.start, at));
      if (boundary === undefined) continue;
      if (covered === undefined) this.#boundaries.delete(boundary);
      else this.#boundaries.set(boundary, covered);
    }
  }

  #tooMany(): AppError {
    return new AppError(
      'too-large',
      say('imports.tooManyMailParts', { file: this.#file, most: MOST_PARTS }),
      {
        file: this.#file,
      },
    );
  }
}

/** The line of dashes that stands above the first fields of a part. */
function firstBoundary(start: string): string | undefined {
  const lines = start.split(/\r?\n/);
  const at = lines.findIndex(
    (line, index) =>
      /^-{2,100}[^\s-]/.test(line) &&
      line.length <= LONGEST_BOUNDARY &&
      /^content-[a-z-]{1,40}:/i.test(lines[index + 1] ?? ''),
  );
  return at < 0 ? undefined : lines[at]?.slice(2).trimEnd();
}
