import { say } from '../../words/say.ts';
import type { ReportQuote } from './report.ts';

/** Where a quote stands: its page or time in the original, then its characters in the working text. */
export function placeWords({ page, time, start, end }: ReportQuote): string {
  return say('report.quotePlace', {
    of: page === undefined ? (time === undefined ? 'text' : 'recording') : 'pages',
    page: page ?? time ?? '',
    start: String(start),
    end: String(end),
  });
}
