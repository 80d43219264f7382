import { AppError } from '../../errors.ts';
import { strictest } from '../../model/common.ts';
import type { CaseView } from '../../state/case-view.ts';
import { say } from '../../words/say.ts';
import { reportContext, type ReportContext } from './context.ts';
import { numberQuotes } from './number-quotes.ts';
import type { Report, ReportOptions, ReportPart } from './report.ts';
import { closingSections, reportSections } from './sections/registry.ts';
import type { ReportSection } from './sections/section.ts';

/**
 * Makes a report of a case: pure, and the same for the same case and options. Cost: one pass over
 * all highlights; what is quoted stays in memory. Throws `invalid-input` for an unknown section.
 */
export function buildReport(view: CaseView, options: ReportOptions): Report {
  const chosen = choose(options.sections);
  const context = reportContext(view, options);
  const parts: ReportPart[] = chosen
    .map((section) => ({ ...named(section), blocks: section.build(context) }))
    .filter(({ blocks }) => blocks.length > 0);
  const numbered = numberQuotes(
    parts.flatMap(({ blocks }) => blocks),
    context,
  );
  for (const section of closingSections) {
    const blocks = section.build(context, numbered);
    if (blocks.length) parts.push({ ...named(section), blocks });
  }
  const { quotes, sources } = numbered;
  return {
    title: options.title,
    caseTitle: context.header.title,
    ...markingOf(context),
    date: options.now,
    generator: options.generator,
    figures: figuresOf(context),
    parts,
    quotes,
    sources,
  };
}

/** The list of sources names every document, quoted or not; so each one's marking counts. */
function markingOf({ header, view }: ReportContext): Pick<Report, 'marking'> {
  const documents = [...view.all('document')];
  const marking = strictest([header.marking, ...documents.map((one) => one.marking)]);
  return marking === undefined ? {} : { marking };
}

const named = ({ id, title }: Pick<ReportSection, 'id' | 'title'>) => ({ id, title });

function choose(ids: readonly string[] | undefined): readonly ReportSection[] {
  if (!ids) return reportSections;
  const closing = new Set(closingSections.map(({ id }) => id));
  return [...new Set(ids)].flatMap((id) => {
    const section = reportSections.find((one) => one.id === id);
    if (section) return [section];
    if (closing.has(id)) return [];
    throw new AppError(
      'invalid-input',
      say('report.unknownSection', {
        section: id,
        sections: reportSections.map((one) => one.id).join(', '),
      }),
      { section: id },
    );
  });
}

type Figure = 'Document' | 'Highlight' | 'Entity' | 'Relation' | 'Event' | 'Claim';

function figuresOf({ view, highlightTotal }: ReportContext): Report['figures'] {
  const size = (kind: 'document' | 'entity' | 'relation' | 'event' | 'claim') =>
    [...view.all(kind)].length;
  const figure = (value: number, what: Figure) => ({
    label: say(`report.figure${what}`, { count: value }),
    value,
  });
  return [
    figure(size('document'), 'Document'),
    figure(highlightTotal, 'Highlight'),
    figure(size('entity'), 'Entity'),
    figure(size('relation'), 'Relation'),
    figure(size('event'), 'Event'),
    figure(size('claim'), 'Claim'),
  ];
}
