import type { CaseEvent } from '../../../model/event.ts';
import { edtfWords } from '../../../queries/edtf-words.ts';
import { say } from '../../../words/say.ts';
import { cite, data, joined, text, type Block, type Content } from '../blocks.ts';
import type { ReportContext } from '../context.ts';
import { phrase, slot } from '../phrase.ts';
import type { ReportSection } from './section.ts';
import { actor } from './words.ts';

/** Events in the order of time; what the texts do not date stands last, as undated. */
export const events: ReportSection = {
  id: 'events',
  title: say('report.events'),
  about: say('report.eventsAbout'),
  build(context) {
    if (context.events.length === 0) return [];
    const evidence = context.events.flatMap((event) => event.evidence);
    const blocks: Block[] = [
      {
        kind: 'table',
        head: [say('report.date'), say('report.what'), say('report.who'), say('report.quotes')],
        rows: context.events.map((event) => row(context, event)),
      },
      { kind: 'evidence', highlights: evidence },
    ];
    return blocks;
  },
};

function row(context: ReportContext, event: CaseEvent): readonly Content[] {
  const { date, title, type, evidence } = event;
  return [
    [
      text(
        date === undefined ? say('dates.undated') : edtfWords(date, 'event'),
        date === undefined ? 'quiet' : 'strong',
      ),
    ],
    [
      ...(title === undefined ? [] : [data(title), text(' ')]),
      data(type, 'label'),
      ...(event.note ? [text(' '), data(event.note, 'quiet')] : []),
    ],
    whoAndWhere(context, event),
    [cite(evidence)],
  ];
}

function whoAndWhere(context: ReportContext, { place, participants }: CaseEvent): Content {
  const parts: Content[] = participants.map(({ entity, role }) => [
    actor(context, entity),
    ...(role === undefined ? [] : [text(' ('), data(role), text(')')]),
  ]);
  if (place !== undefined)
    parts.push(phrase(say('report.inPlace', { place: slot(0) }), [actor(context, place)]));
  return joined(parts, '; ');
}
