import { say } from '../../../words/say.ts';
import { cleanLine, escapeMarkup } from '../clean.ts';
import type { Content, Inline, Tone } from '../blocks.ts';
import type { Report } from '../report.ts';

/** What inline parts need to know of the report they stand in. */
export interface Inlines {
  report: Report;
  /** Anchors that exist; links to others become plain words. */
  anchors: ReadonlySet<string>;
}

/** Inline parts as HTML. Everything is escaped; words of the case stand in `<bdi>` of their own direction. */
export function inlineHtml(content: Content, context: Inlines): string {
  return content.map((inline) => one(inline, context)).join('');
}

function one(inline: Inline, context: Inlines): string {
  switch (inline.kind) {
    case 'text':
      return toned(escapeMarkup(inline.text), inline.tone);
    case 'data':
      return toned(isolated(inline.text), inline.tone);
    case 'cite':
      return citation(inline.highlights, context);
    case 'source':
      return sourceNumber(inline.document, context);
    case 'link':
      return context.anchors.has(inline.to)
        ? `<a href="#${escapeMarkup(inline.to)}">${isolated(inline.text)}</a>`
        : isolated(inline.text);
  }
}

const isolated = (words: string): string => `<bdi>${escapeMarkup(cleanLine(words))}</bdi>`;

function toned(html: string, tone: Tone | undefined): string {
  switch (tone) {
    case undefined:
      return html;
    case 'strong':
      return `<strong>${html}</strong>`;
    case 'code':
      return `<code>${html}</code>`;
    case 'quiet':
    case 'label':
      return `<span class="${tone}">${html}</span>`;
  }
}

/** “[3, 7]”, each number leading to its quote; a quote that is gone is said to be missing. */
function citation(highlights: readonly string[], { report }: Inlines): string {
  const numbers = highlights
    .map((id) => report.quotes.get(id)?.number)
    .map((number) =>
      number === undefined ? say('report.missing') : `<a href="#q${number}">${number}</a>`,
    );
  return numbers.length ? `<span class="cite">[${numbers.join(', ')}]</span>` : '';
}

/** “S3”, leading to the document in the list of sources. */
export function sourceNumber(document: string, { report }: Inlines): string {
  const number = report.sources.get(document)?.number;
  return number === undefined ? '' : `<a class="source" href="#source-${number}">S${number}</a>`;
}
