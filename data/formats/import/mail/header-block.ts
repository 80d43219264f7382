import { latin1 } from '../bytes.ts';

/** A field of a header: its name in small letters, its value as Latin-1 in one line. */
export interface HeaderField {
  name: string;
  value: string;
}

/** The fields of a header, and where what it heads begins. */
export interface HeaderBlock {
  fields: HeaderField[];
  bodyAt: number;
}

/** Most fields of a header, and bytes of one: who sends more does it to harm. */
const MOST_FIELDS = 1000;
const LONGEST = 256 * 1024;

const LINE_FEED = 0x0a;
const RETURN = 0x0d;

/** A field begins so. Boundaries of parts may look like it, but for their dashes. */
const FIELD = /^(?!--)([!-9;-~]{1,100})[ \t]{0,10}:/;

/**
 * Reads a header from `start` on. It ends at an empty line, or where a line is no field: many a text begins
 * without the empty line. What goes beyond the limits is passed over.
 */
export function readHeader(bytes: Uint8Array, start: number, end: number): HeaderBlock {
  const fields: HeaderField[] = [];
  let open: { name: string; parts: string[]; length: number } | undefined;
  const close = (): void => {
    if (open && fields.length < MOST_FIELDS) {
      fields.push({ name: open.name, value: open.parts.join('').trim() });
    }
    open = undefined;
  };
  let at = start;
  while (at < end) {
    const next = lineAfter(bytes, at, end);
    const until = withoutBreak(bytes, at, next);
    if (until === at) {
      close();
      return { fields, bodyAt: next };
    }
    const line = latin1(bytes.subarray(at, Math.min(until, at + LONGEST)));
    const field = FIELD.exec(line);
    if (/^[ \t]/.test(line)) {
      if (open && open.length < LONGEST) {
        open.parts.push(line);
        open.length += line.length;
      }
    } else if (field) {
      close();
      const value = line.slice(field[0].length);
      open = { name: (field[1] ?? '').toLowerCase(), parts: [value], length: value.length };
    } else if (!/^>?From /.test(line)) break;
    at = next;
  }
  close();
  return { fields, bodyAt: at };
}

/** The value of the first field of a name. */
export const valueOf = (fields: readonly HeaderField[], name: string): string | undefined =>
  fields.find((field) => field.name === name)?.value;

/** Where the next line begins. */
export function lineAfter(bytes: Uint8Array, at: number, end: number): number {
  const feed = bytes.indexOf(LINE_FEED, at);
  return feed < 0 || feed >= end ? end : feed + 1;
}

/** Where a line ends that reaches to `next`, without its line break. */
export function withoutBreak(bytes: Uint8Array, start: number, next: number): number {
  let end = next;
  if (end > start && bytes[end - 1] === LINE_FEED) end--;
  if (end > start && bytes[end - 1] === RETURN) end--;
  return end;
}
