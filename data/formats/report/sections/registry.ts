import { actors } from './actors.ts';
import { claims } from './claims.ts';
import { events } from './events.ts';
import { furtherQuotes } from './further-quotes.ts';
import { method } from './method.ts';
import { network } from './network.ts';
import { relations } from './relations.ts';
import { remarks } from './remarks.ts';
import type { ClosingSection, ReportSection } from './section.ts';
import { sources } from './sources.ts';
import { summary } from './summary.ts';

/** Sections that can be chosen, in the order in which a report has them unless told otherwise. */
export const reportSections: readonly ReportSection[] = [
  summary,
  network,
  actors,
  relations,
  events,
  claims,
  remarks,
];

/** Sections that end every report. */
export const closingSections: readonly ClosingSection[] = [furtherQuotes, sources, method];
