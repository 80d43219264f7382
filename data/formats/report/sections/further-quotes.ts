import type { ClosingSection } from './section.ts';

/** Quotes that other parts only cite by number, in full, so that no number leads nowhere. */
export const furtherQuotes: ClosingSection = {
  id: 'quotes',
  title: 'Further quotes',
  about: 'Quotes that other parts cite without printing them',
  build: (_context, { unprinted }) =>
    unprinted.length ? [{ kind: 'evidence', highlights: unprinted }] : [],
};
