import type { Marks } from './marks.ts';
import { values, type Entry } from './parse-entries.ts';
import { sourceError } from './source-error.ts';

/** Highlight ids of an entry's quotations; at least one is needed, none may stand twice. */
export function evidenceOf(entry: Entry, marks: Marks): string[] {
  const ids = entry.evidence.map((quotation) => marks.quoted(entry.file, quotation));
  if (ids.length === 0) throw sourceError(entry.file, entry.line, 'there is no evidence');
  if (new Set(ids).size < ids.length) {
    throw sourceError(entry.file, entry.line, 'the same words are quoted twice');
  }
  return ids;
}

/** The fields of these keys that the entry has; a key that stands twice is refused. */
export function single(entry: Entry, keys: readonly string[]): Record<string, string> {
  const found: Record<string, string> = {};
  for (const key of keys) {
    const [value, second] = values(entry, key);
    if (second !== undefined) {
      throw sourceError(entry.file, entry.line, `“${key}” stands more than once`);
    }
    if (value !== undefined) found[key] = value;
  }
  return found;
}
