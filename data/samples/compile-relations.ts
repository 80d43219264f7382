import type { Actors } from './compile-actors.ts';
import { evidenceOf, single } from './entry-fields.ts';
import type { Marks } from './marks.ts';
import { onlyKeys, parseEntries, type Entry } from './parse-entries.ts';
import type { SampleOperation, SourceFile } from './sample.ts';
import { sourceError } from './source-error.ts';

/**
 * Reads `from, from | type | to, to` with `period:`, `status:`, `note:` and quotations: one
 * `relation.add` for every pair, each on all the quotations. The id is made of the three parts;
 * the same pair and type twice is refused, since evidence belongs together.
 */
export function compileRelations(
  source: SourceFile,
  actors: Actors,
  marks: Marks,
): SampleOperation[] {
  const taken = new Set<string>();
  return parseEntries(source, 3).flatMap((entry) => {
    onlyKeys(entry, ['period', 'status', 'note']);
    const evidence = evidenceOf(entry, marks);
    return pairs(entry, actors).map(({ from, to }) => {
      const type = entry.head[1] ?? '';
      const id = `${from}.${type.replaceAll(' ', '-')}.${to}`;
      if (taken.has(id)) throw sourceError(entry.file, entry.line, `${id} stands here already`);
      taken.add(id);
      return {
        op: 'relation.add',
        input: { id, type, from, to, evidence, ...single(entry, ['period', 'status', 'note']) },
      };
    });
  });
}

function pairs(entry: Entry, actors: Actors): { from: string; to: string }[] {
  const [left = '', , right = ''] = entry.head;
  const ids = (list: string) => list.split(',').map((id) => actors.need(entry, id.trim()));
  return ids(left).flatMap((from) => ids(right).map((to) => ({ from, to })));
}
