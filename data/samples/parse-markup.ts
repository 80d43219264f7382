import { sourceError } from './source-error.ts';

/** Marked words: a half-open range of the text, the actor it names, its tags, a remark. */
export interface Mark {
  start: number;
  end: number;
  entity?: string;
  tags: string[];
  note?: string;
  /** Line of the source where the mark closes, for messages. */
  line: number;
}

const close = /^\]\(([^()|]+)(?:\|([^()]+))?\)/;

/**
 * Reads paragraphs with marks `[words](@actor #tag #tag | remark)`; marks may nest. Lines of a
 * paragraph are joined with a space, paragraphs with a blank line. `first` is the number of the
 * first line in its file.
 */
export function parseMarkup(
  file: string,
  lines: readonly string[],
  first: number,
): { text: string; marks: Mark[] } {
  const open: { start: number; line: number }[] = [];
  const marks: Mark[] = [];
  let text = '';
  lines.forEach((line, index) => {
    if (line === '') {
      const left = open.at(-1);
      if (left) throw sourceError(file, left.line, 'a mark is not closed in its paragraph');
      if (text !== '' && !text.endsWith('\n')) text += '\n\n';
      return;
    }
    if (text !== '' && !text.endsWith('\n')) text += ' ';
    text = readLine(line, { file, line: first + index, text, open, marks });
  });
  const left = open.at(-1);
  if (left) throw sourceError(file, left.line, 'a mark is not closed');
  return { text: `${text.trimEnd()}\n`, marks: marks.sort(inReadingOrder) };
}

interface Reading {
  file: string;
  line: number;
  text: string;
  open: { start: number; line: number }[];
  marks: Mark[];
}

/** Takes over one line and returns the text so far; opening and closing marks are noted. */
function readLine(source: string, reading: Reading): string {
  const { file, line, open, marks } = reading;
  let { text } = reading;
  let at = 0;
  while (at < source.length) {
    const char = source.charAt(at);
    if (char === '[') {
      open.push({ start: text.length, line });
      at += 1;
    } else if (char === ']') {
      const found = close.exec(source.slice(at));
      const start = open.pop()?.start;
      if (!found || start === undefined) {
        throw sourceError(file, line, '“]” closes no mark or has no “(@actor #tag)” behind it');
      }
      marks.push({ start, end: text.length, line, ...readTarget(file, line, found[1], found[2]) });
      at += found[0].length;
    } else {
      text += char;
      at += 1;
    }
  }
  return text;
}

function readTarget(file: string, line: number, target = '', note?: string) {
  const words = target.trim().split(/\s+/);
  const entities = words.filter((word) => word.startsWith('@')).map((word) => word.slice(1));
  const tags = words.filter((word) => word.startsWith('#')).map((word) => word.slice(1));
  if (entities.length > 1 || entities.length + tags.length !== words.length) {
    throw sourceError(file, line, `“${target}” is not one @actor and any number of #tags`);
  }
  const [entity] = entities;
  return {
    tags,
    ...(entity === undefined ? {} : { entity }),
    ...(note === undefined ? {} : { note: note.trim() }),
  };
}

/** Sorts by start, the longer first. */
export function inReadingOrder(
  a: { start: number; end: number },
  b: { start: number; end: number },
): number {
  return a.start - b.start || b.end - a.end;
}
