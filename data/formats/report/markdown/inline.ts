import { say } from '../../../words/say.ts';
import type { Content, Inline, Tone } from '../blocks.ts';
import type { Report } from '../report.ts';
import { escapeInline, escapeLine } from './escape.ts';

/** Inline parts as Markdown on one line. Citations are plain numbers, so that no dialect renumbers them. */
export function inlineMarkdown(content: Content, report: Report): string {
  const words = content.map((inline) => one(inline, report)).join('');
  return words.replace(/ +/g, ' ').trim();
}

function one(inline: Inline, report: Report): string {
  switch (inline.kind) {
    case 'text':
      return toned(escapeLine(inline.text), inline.tone);
    case 'data':
      return toned(escapeInline(inline.text), inline.tone);
    case 'link':
      return escapeInline(inline.text);
    case 'cite':
      return citation(inline.highlights, report);
    case 'source':
      return sourceNumber(inline.document, report);
  }
}

function toned(words: string, tone: Tone | undefined): string {
  if (words === '') return '';
  if (tone === 'strong') return `**${words}**`;
  return tone === 'label' ? `(${words})` : words;
}

/** “ \[3, 7\]” */
function citation(highlights: readonly string[], report: Report): string {
  const numbers = highlights.map((id) =>
    String(report.quotes.get(id)?.number ?? say('report.missing')),
  );
  return numbers.length ? ` \\[${numbers.join(', ')}\\]` : '';
}

/** “S3” */
export function sourceNumber(document: string, report: Report): string {
  const number = report.sources.get(document)?.number;
  return number === undefined ? '' : `S${number}`;
}
