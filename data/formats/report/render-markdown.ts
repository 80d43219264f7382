import { markingWords } from '../../model/common.ts';
import { say } from '../../words/say.ts';
import { blocksMarkdown } from './markdown/block.ts';
import { escapeInline, escapeLine } from './markdown/escape.ts';
import type { Report } from './report.ts';
import { instantWords } from './sections/sources.ts';

/**
 * The report as Markdown (CommonMark with GFM tables) without a line of raw HTML, for wikis, merge
 * requests and comparison between two states. The network is given as a table: an image in a
 * `data:` address is refused by most readers and makes the file unreadable as text.
 */
export function renderMarkdown(report: Report): string {
  const context = { report, printed: new Set<string>() };
  const marking = report.marking === undefined ? [] : [`**${markingWords(report.marking)}**`];
  const figures = report.figures.map(({ label, value }) => `${value} ${label}`).join(' · ');
  const paragraphs = [
    ...marking,
    `# ${escapeInline(report.title)}`,
    `${say('report.case', { title: escapeInline(report.caseTitle) })} · ${escapeLine(instantWords(report.date))}`,
    escapeLine(figures),
    ...report.parts.flatMap(({ title, blocks }) => [
      `## ${escapeLine(title)}`,
      ...blocksMarkdown(blocks, context),
    ]),
    ...marking,
  ];
  return `${paragraphs.join('\n\n')}\n`;
}
