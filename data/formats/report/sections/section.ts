import type { Block } from '../blocks.ts';
import type { ReportContext } from '../context.ts';
import type { Numbered } from '../number-quotes.ts';

/** A part of the report that the analyst may choose. It returns blocks; an empty answer leaves it out. */
export interface ReportSection {
  /** Kept in saved reports; never change it. */
  id: string;
  title: string;
  /** What it holds, for the list of choices. */
  about: string;
  build(context: ReportContext): Block[];
}

/** A part that is always printed at the end, because every other part leans on it. */
export interface ClosingSection extends Omit<ReportSection, 'build'> {
  build(context: ReportContext, numbered: Numbered): Block[];
}
