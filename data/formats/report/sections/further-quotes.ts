import { say } from '../../../words/say.ts';
import type { ClosingSection } from './section.ts';

/** Quotes that other parts only cite by number, in full, so that no number leads nowhere. */
export const furtherQuotes: ClosingSection = {
  id: 'quotes',
  title: say('report.furtherQuotes'),
  about: say('report.furtherQuotesAbout'),
  build: (_context, { unprinted }) =>
    unprinted.length ? [{ kind: 'evidence', highlights: unprinted }] : [],
};
