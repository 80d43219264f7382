import { say } from '../../words/say.ts';
import type { Translation } from '../../model/highlight.ts';
import { languageName } from '../../words/language-name.ts';
import type { ReportQuote } from './report.ts';

/** Where a quote stands: its page or time in the original, then its characters in the working text. */
export function placeWords({ page, time, start, end, area }: ReportQuote): string {
  if (area) return say('report.areaPlace', { page: page ?? String(area.page) });
  return say('report.quotePlace', {
    of: page === undefined ? (time === undefined ? 'text' : 'recording') : 'pages',
    page: page ?? time ?? '',
    start: String(start),
    end: String(end),
  });
}

/** Whose translation it is: the language, the translator or the program, and the day. */
export function translationWords({ language, by, machine, at }: Translation): string {
  return say('report.translationBy', {
    language: language === undefined ? '' : languageName(language),
    named: language === undefined ? 'no' : 'yes',
    by,
    kind: machine ? 'program' : 'person',
    day: at.slice(0, 10),
  });
}
