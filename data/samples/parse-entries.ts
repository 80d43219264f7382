import type { SourceFile } from './sample.ts';
import { sourceError } from './source-error.ts';

/** Words of a note that carry an assertion: `N01 "as they stand there"`. */
export interface Quotation {
  /** Id of the document, lower case. */
  document: string;
  quote: string;
  line: number;
}

/** One entry of a list: its head parted at `|`, its `key: value` lines, its quotations. */
export interface Entry {
  file: string;
  line: number;
  head: string[];
  fields: { key: string; value: string; line: number }[];
  evidence: Quotation[];
}

/**
 * Reads a list. A line at the margin begins an entry, indented lines belong to it, lines that
 * begin with `#` are comments. Each head must have the number of parts that `parts` says.
 */
export function parseEntries({ name, text }: SourceFile, parts: number): Entry[] {
  const entries: Entry[] = [];
  text
    .replaceAll('\r\n', '\n')
    .split('\n')
    .forEach((source, index) => {
      const line = index + 1;
      if (source.trim() === '' || source.startsWith('#')) return;
      const entry = entries.at(-1);
      if (!source.startsWith(' ')) entries.push(readHead(name, line, source, parts));
      else if (entry) readDetail(entry, line, source.trim());
      else throw sourceError(name, line, 'an indented line belongs to no entry');
    });
  return entries;
}

/** All values of a key, in the order of their lines. */
export function values(entry: Entry, key: string): string[] {
  return entry.fields.filter((field) => field.key === key).map((field) => field.value);
}

/** Refuses keys that this kind of entry does not have. */
export function onlyKeys(entry: Entry, keys: readonly string[]): void {
  const wrong = entry.fields.find((field) => !keys.includes(field.key));
  if (!wrong) return;
  throw sourceError(entry.file, wrong.line, `“${wrong.key}” is none of ${keys.join(', ')}`);
}

function readHead(file: string, line: number, source: string, parts: number): Entry {
  const head = source.split('|').map((part) => part.trim());
  if (head.length !== parts || head.some((part) => part === '')) {
    throw sourceError(file, line, `an entry begins with ${parts} parts, with “|” between them`);
  }
  return { file, line, head, fields: [], evidence: [] };
}

function readDetail(entry: Entry, line: number, detail: string): void {
  const quoted = /^(N\d\d) "([^"]+)"$/.exec(detail);
  if (quoted?.[1] && quoted[2]) {
    entry.evidence.push({ document: quoted[1].toLowerCase(), quote: quoted[2], line });
    return;
  }
  const field = /^([a-z-]+): (.+)$/.exec(detail);
  if (!field?.[1] || !field[2]) {
    throw sourceError(entry.file, line, 'neither “key: value” nor “N01 "quoted words"”');
  }
  entry.fields.push({ key: field[1], value: field[2].trim(), line });
}
