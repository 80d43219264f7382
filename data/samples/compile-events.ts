import type { Actors } from './compile-actors.ts';
import { evidenceOf, single } from './entry-fields.ts';
import type { Marks } from './marks.ts';
import { onlyKeys, parseEntries, values, type Entry } from './parse-entries.ts';
import type { SampleOperation, SourceFile } from './sample.ts';

/**
 * Reads `id | type | title` with `date:` (EDTF; absent means undated), `place:`, any number of
 * `who: actor, role`, `note:` and quotations: one `event.add` each.
 */
export function compileEvents(source: SourceFile, actors: Actors, marks: Marks): SampleOperation[] {
  return parseEntries(source, 3).map((entry) => {
    onlyKeys(entry, ['date', 'place', 'who', 'note']);
    const [id = '', type, title] = entry.head;
    const fields = single(entry, ['date', 'place', 'note']);
    if (fields['place'] !== undefined) actors.need(entry, fields['place']);
    const participants = values(entry, 'who').map((who) => participant(entry, who, actors));
    const evidence = evidenceOf(entry, marks);
    return { op: 'event.add', input: { id, type, title, ...fields, participants, evidence } };
  });
}

function participant(entry: Entry, who: string, actors: Actors): { entity: string; role?: string } {
  const comma = who.indexOf(',');
  if (comma < 0) return { entity: actors.need(entry, who) };
  return { entity: actors.need(entry, who.slice(0, comma)), role: who.slice(comma + 1).trim() };
}
