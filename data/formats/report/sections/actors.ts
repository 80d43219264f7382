import type { Entity } from '../../../model/entity.ts';
import type { Profile, ProfileEvent } from '../../../queries/profile.ts';
import { edtfWords } from '../../../queries/edtf-words.ts';
import { cite, data, joined, paragraph, text, type Block, type Content } from '../blocks.ts';
import { byName, type ReportContext } from '../context.ts';
import type { ReportSection } from './section.ts';
import { actor, counted, statusLabel, when } from './words.ts';

type Row = readonly [label: string, value: Content];

/** Everything the case says about each actor, by name; bare names are listed at the end. */
export const actors: ReportSection = {
  id: 'actors',
  title: 'Actors',
  about: 'A profile of every actor with its names, relations, events and claims',
  build(context) {
    const blocks: Block[] = [];
    const bare: Entity[] = [];
    for (const entity of [...context.actors].sort(byName)) {
      const profile = context.profiles.of(entity.id);
      const rows = profile ? rowsOf(context, profile) : [];
      if (profile && (rows.length || entity.note)) blocks.push(card(profile, rows));
      else bare.push(entity);
    }
    if (bare.length === 0) return blocks;
    const names = joined(
      bare.map(({ name }) => [data(name)]),
      '; ',
    );
    return [...blocks, paragraph(text('Recorded without anything said of them: '), ...names)];
  },
};

function card({ entity, typeName }: Profile, rows: Row[]): Block {
  const blocks: Block[] = [
    {
      kind: 'heading',
      level: 3,
      content: [data(entity.name), text(' '), data(typeName, 'label')],
    },
  ];
  if (entity.note) blocks.push({ kind: 'prose', text: entity.note });
  if (rows.length) blocks.push({ kind: 'facts', rows });
  return { kind: 'group', blocks, anchor: `actor-${entity.id}` };
}

function rowsOf(context: ReportContext, profile: Profile): Row[] {
  const { entity, relations, events, claims } = profile;
  const mentions = context.mentions.get(entity.id) ?? 0;
  return [
    ...row('Also called', joined(entity.aliases.map(aliasOf), ', ')),
    ...Object.entries(entity.attributes ?? {}).map(([key, value]): Row => [key, [data(value)]]),
    ...row('Named', mentions ? [text(counted(mentions, 'time'))] : []),
    ...relations.map(({ label, links }): Row => {
      const others = links.map(({ relation, other }) => [
        actor(context, other.id),
        ...when(relation.period),
        ...statusLabel(relation.status),
        cite(relation.evidence),
      ]);
      return [label, joined(others, '; ')];
    }),
    ...row('Events', joined(events.map(eventOf), '; ')),
    ...row(
      'Claims',
      joined(
        claims.map((claim) => [data(claim.text), cite(claim.evidence)]),
        ' ',
      ),
    ),
  ];
}

function row(label: string, value: Content): Row[] {
  return value.length ? [[label, value]] : [];
}

function aliasOf({ name, evidence }: Entity['aliases'][number]): Content {
  return evidence === undefined ? [data(name)] : [data(name), cite([evidence])];
}

function eventOf({ event, role, place }: ProfileEvent): Content {
  const part = role ?? (place ? 'place' : undefined);
  return [
    data(event.title ?? event.type),
    text(' ('),
    ...(part === undefined ? [] : [data(part), text(', ')]),
    text(event.date === undefined ? 'undated' : edtfWords(event.date)),
    text(')'),
    cite(event.evidence),
  ];
}
