import type { SourceFile } from './sample.ts';
import { parseMarkup, type Mark } from './parse-markup.ts';
import { sourceError } from './source-error.ts';

/** Header lines of a note; `title` must be there. */
export type NoteHeader = Record<string, string>;

/** A note taken apart. Offsets of the marks are UTF-16 code units into `text`. */
export interface Note {
  file: string;
  header: NoteHeader;
  /** Paragraphs without markup, parted by blank lines, with a line feed at the end. */
  text: string;
  marks: Mark[];
}

const headerKeys = ['title', 'publisher', 'author', 'date', 'language', 'clashes', 'url', 'note'];

/** Reads one note: `key: value` lines, a blank line, paragraphs with inline marks. */
export function parseNote({ name, text }: SourceFile): Note {
  const lines = text.replaceAll('\r\n', '\n').split('\n');
  const blank = lines.indexOf('');
  if (blank < 1) throw sourceError(name, 1, 'a note begins with header lines and a blank line');
  const header: NoteHeader = {};
  lines.slice(0, blank).forEach((line, index) => {
    const [, key, value] = /^([a-z]+): (.+)$/.exec(line) ?? [];
    if (!key || !value || !headerKeys.includes(key)) {
      throw sourceError(
        name,
        index + 1,
        `“${line}” is not a header line (${headerKeys.join(', ')})`,
      );
    }
    header[key] = value.trim();
  });
  if (!header['title']) throw sourceError(name, 1, 'the header has no title');
  return { file: name, header, ...parseMarkup(name, lines.slice(blank + 1), blank + 2) };
}
