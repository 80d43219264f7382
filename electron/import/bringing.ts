import type { ImportSettings } from '#data/formats/import/format.ts';

/** How files came into the program, for the chain of custody, and how they are to be read. */
export interface Bringing extends ImportSettings {
  /** “file dialog”, “command line” ... */
  method: string;
  /** Who brought them. */
  collector: string;
  /** Where they come from, as the analyst says. */
  origin?: string;
}
