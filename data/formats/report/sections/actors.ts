import type { Entity } from '../../../model/entity.ts';
import type { Profile, ProfileEvent } from '../../../queries/profile.ts';
import { edtfWords } from '../../../queries/edtf-words.ts';
import { say } from '../../../words/say.ts';
import {
  cite,
  data,
  joined,
  paragraph,
  text,
  type Block,
  type Content,
  type Inline,
} from '../blocks.ts';
import { byName, type ReportContext } from '../context.ts';
import { phrase, slot } from '../phrase.ts';
import type { ReportSection } from './section.ts';
import { actor, statusLabel, when } from './words.ts';

type Row = readonly [label: string, value: Content];

/** Everything the case says about each actor, by name; bare names are listed at the end. */
export const actors: ReportSection = {
  id: 'actors',
  title: say('report.actors'),
  about: say('report.actorsAbout'),
  build(context) {
    const blocks: Block[] = [];
    const bare: Entity[] = [];
    for (const entity of [...context.actors].sort(byName)) {
      const profile = context.profiles.of(entity.id);
      const rows = profile ? rowsOf(context, profile) : [];
      if (profile && (rows.length || entity.note || context.mentions.has(entity.id)))
        blocks.push(card(context, profile, rows));
      else bare.push(entity);
    }
    if (bare.length === 0) return blocks;
    const names = joined(
      bare.map(({ name }) => [data(name)]),
      '; ',
    );
    return [...blocks, paragraph(...phrase(say('report.bareActors', { names: slot(0) }), names))];
  },
};

function card(context: ReportContext, { entity, typeName }: Profile, rows: Row[]): Block {
  const mentions = context.mentions.get(entity.id) ?? 0;
  const content: Inline[] = [data(entity.name), text(' '), data(typeName, 'label')];
  if (mentions > 0) content.push(text(` ${say('report.named', { count: mentions })}`, 'quiet'));
  const blocks: Block[] = [{ kind: 'heading', level: 3, content }];
  if (entity.note) blocks.push({ kind: 'prose', text: entity.note });
  if (rows.length) blocks.push({ kind: 'facts', rows });
  return { kind: 'group', blocks, anchor: `actor-${entity.id}` };
}

function rowsOf(context: ReportContext, profile: Profile): Row[] {
  const { entity, relations, events, claims } = profile;
  return [
    ...row(say('report.alsoCalled'), joined(entity.aliases.map(aliasOf), ', ')),
    ...Object.entries(entity.attributes ?? {}).map(([key, value]): Row => [key, [data(value)]]),
    ...relations.map(({ label, links }): Row => {
      const others = links.map(({ relation, other }) => [
        actor(context, other.id),
        ...when(relation.period),
        ...statusLabel(relation.status),
        cite(relation.evidence),
      ]);
      return [label, joined(others, '; ')];
    }),
    ...row(say('report.events'), joined(events.map(eventOf), '; ')),
    ...row(
      say('report.claims'),
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
  const part = role ?? (place ? say('report.place') : undefined);
  const date = event.date === undefined ? say('dates.undated') : edtfWords(event.date, 'event');
  const name = [data(event.title ?? event.type)];
  const words =
    part === undefined
      ? phrase(say('report.eventDated', { name: slot(0), date: slot(1) }), name, [text(date)])
      : phrase(
          say('report.eventPart', { name: slot(0), part: slot(1), date: slot(2) }),
          name,
          [data(part)],
          [text(date)],
        );
  return [...words, cite(event.evidence)];
}
