import { renderHtml } from './render-html.ts';
import { renderMarkdown } from './render-markdown.ts';
import type { Report } from './report.ts';

/** Text formats of a report; PDF is printed from the HTML. */
export const renderers = { html: renderHtml, md: renderMarkdown } as const;
export type TextFormat = keyof typeof renderers;

/** Prints a report in a text format: the same report gives the same text. */
export function renderReport(report: Report, format: TextFormat): string {
  return renderers[format](report);
}
