import type { FontShelf } from './html/fonts.ts';
import { renderHtml } from './render-html.ts';
import { renderMarkdown } from './render-markdown.ts';
import type { Report } from './report.ts';

type Renderer = (report: Report, shelf?: FontShelf) => string;

/** Text formats of a report; PDF is printed from the HTML. */
export const renderers = { html: renderHtml, md: renderMarkdown } satisfies Record<
  string,
  Renderer
>;
export type TextFormat = keyof typeof renderers;

/** Prints a report in a text format, with fonts of the shelf where it takes some: the same report gives the same text. */
export function renderReport(report: Report, format: TextFormat, shelf?: FontShelf): string {
  return renderers[format](report, shelf);
}
