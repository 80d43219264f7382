import { say } from '../../../words/say.ts';
import type { ReportSection } from './section.ts';

/** The analyst's own words: those of the report, else those of the case. */
export const summary: ReportSection = {
  id: 'summary',
  title: say('report.summary'),
  about: say('report.summaryAbout'),
  build({ options, header }) {
    const words = options.summary?.trim() || header.summary?.trim();
    return words ? [{ kind: 'prose', text: words }] : [];
  },
};
