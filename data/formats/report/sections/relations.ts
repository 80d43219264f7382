import type { RelationType } from '../../../model/codebook.ts';
import type { Relation } from '../../../model/relation.ts';
import { groupBy } from '../../../queries/group.ts';
import { say } from '../../../words/say.ts';
import { cite, data, note, text, type Block } from '../blocks.ts';
import { byName, type ReportContext } from '../context.ts';
import type { ReportSection } from './section.ts';
import { supportWords } from './support.ts';
import { actor, statusLabel, when } from './words.ts';

/** Every relation with the words that carry it, by type. */
export const relations: ReportSection = {
  id: 'relations',
  title: say('report.relations'),
  about: say('report.relationsAbout'),
  build(context) {
    const byType = groupBy(context.view.all('relation'), ({ type }) => type);
    const ordered = [...context.view.all('relationType')].filter(({ id }) => byType.has(id));
    const known = new Set(ordered.map(({ id }) => id));
    const unknown = [...byType.keys()].filter((id) => !known.has(id));
    return [
      ...ordered.flatMap((type) => chapter(context, type.name, byType.get(type.id), type)),
      ...unknown.flatMap((id) => chapter(context, id, byType.get(id))),
    ];
  },
};

function chapter(
  context: ReportContext,
  name: string,
  found: Relation[] = [],
  type?: RelationType,
): Block[] {
  const sorted = found.toSorted(byEnds(context));
  return [
    {
      kind: 'heading',
      level: 3,
      content: [data(name), text(` ${found.length}`, 'quiet')],
    },
    ...sorted.map((relation) => entry(context, relation, name, type?.directed ?? true)),
  ];
}

function entry(context: ReportContext, relation: Relation, name: string, directed: boolean): Block {
  const { id, from, to, period, status, evidence } = relation;
  const blocks: Block[] = [
    {
      kind: 'paragraph',
      content: [
        actor(context, from),
        text(directed ? ' → ' : ' – ', 'quiet'),
        data(name, 'quiet'),
        text(directed ? ' → ' : ' – ', 'quiet'),
        actor(context, to),
        ...when(period),
        ...statusLabel(status),
        cite(evidence),
      ],
    },
  ];
  const support = supportWords(context, evidence);
  if (support) blocks.push(note(...support));
  if (relation.note) blocks.push(note(data(relation.note)));
  return {
    kind: 'group',
    anchor: `relation-${id}`,
    blocks: [...blocks, { kind: 'evidence', highlights: evidence }],
  };
}

function byEnds({ view }: ReportContext) {
  const order = (a: string, b: string): number => {
    const [one, other] = [view.get('entity', a), view.get('entity', b)];
    return one && other ? byName(one, other) : a < b ? -1 : 1;
  };
  return (a: Relation, b: Relation): number =>
    (a.to === b.to ? 0 : order(a.to, b.to)) || (a.from === b.from ? 0 : order(a.from, b.from));
}
