import { say } from '../../../words/say.ts';
import type { Block } from '../blocks.ts';
import { placeWords, translationWords } from '../place-words.ts';
import { newQuotes, type Printing } from '../printing.ts';
import type { Report, ReportQuote } from '../report.ts';
import { escapeInline, escapeLine, escapeProse, escapeStart } from './escape.ts';
import { escapePassage } from './passage.ts';
import { inlineMarkdown, sourceNumber } from './inline.ts';

/** Blocks as Markdown, each a paragraph or more. */
export function blocksMarkdown(blocks: readonly Block[], context: Printing): string[] {
  return blocks.flatMap((block) => one(block, context));
}

function one(block: Block, context: Printing): string[] {
  const inline = (content: Parameters<typeof inlineMarkdown>[0]) =>
    inlineMarkdown(content, context.report);
  switch (block.kind) {
    case 'heading':
      return [`${'#'.repeat(block.level)} ${inline(block.content)}`];
    case 'paragraph':
      return [escapeStart(inline(block.content))];
    case 'prose':
      return escapeProse(block.text);
    case 'list':
      return [block.items.map((item) => `- ${escapeStart(inline(item))}`).join('\n')];
    case 'table':
      return [
        table(
          block.head.map(escapeLine),
          block.rows.map((row) => row.map(inline)),
        ),
      ];
    case 'facts':
      return [
        block.rows.map(([label, value]) => `- ${escapeInline(label)}: ${inline(value)}`).join('\n'),
      ];
    case 'evidence':
      return newQuotes(block.highlights, context).map((quote) =>
        quoteMarkdown(quote, context.report),
      );
    case 'figure':
      return [escapeStart(inline(block.caption)), ...blocksMarkdown(block.instead, context)];
    case 'group':
      return blocksMarkdown(block.blocks, context);
  }
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** A block quote: number, the quote in bold within its passage, then document and characters. */
function quoteMarkdown(one: ReportQuote, report: Report): string {
  const { number, document, quote, before, after } = one;
  const title = escapeInline(report.sources.get(document)?.title ?? '');
  const words = escapePassage(before, quote, after);
  const lines = [`\\[${number}\\] ${words[0] ?? ''}`, ...words.slice(1)].map((line, index) =>
    index < words.length - 1 ? `${line}\\` : line,
  );
  const from = `${sourceNumber(document, report)} ${title}, ${escapeInline(placeWords(one))}`;
  return [...lines, ...translationMarkdown(one), '', from, ...remarksMarkdown(one)]
    .map((line) => `> ${line}`.trimEnd())
    .join('\n');
}

/** What the quote says in another language, with who says so. */
function translationMarkdown({ translation }: ReportQuote): string[] {
  if (!translation) return [];
  const [first = '', ...rest] = escapeProse(translation.text);
  return [
    '',
    first,
    ...rest.flatMap((one) => ['', one]),
    '',
    escapeInline(translationWords(translation)),
  ].flatMap((one) => one.split('\n'));
}

/** What the analyst says of the quote, in lines. */
function remarksMarkdown({ tags, note }: ReportQuote): string[] {
  const paragraphs = [
    ...(tags.length ? [say('report.tagsLine', { tags: tags.map(escapeInline).join('; ') })] : []),
    ...(note === undefined ? [] : escapeProse(note)).map((one, n) =>
      n ? one : say('report.noteLine', { note: one }),
    ),
  ];
  return paragraphs.flatMap((one) => ['', ...one.split('\n')]);
}
