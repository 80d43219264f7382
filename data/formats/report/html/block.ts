import { say } from '../../../words/say.ts';
import type { Block } from '../blocks.ts';
import { clean, cleanLine, escapeMarkup } from '../clean.ts';
import { placeWords, translationWords } from '../place-words.ts';
import type { ReportQuote } from '../report.ts';
import { newQuotes, type Printing } from '../printing.ts';
import { inlineHtml, sourceNumber, type Inlines } from './inline.ts';

/** What blocks need to know: the anchors that exist, and what is printed already. */
export type Blocks = Inlines & Printing;

/** Blocks as HTML. */
export function blocksHtml(blocks: readonly Block[], context: Blocks): string {
  return blocks.map((block) => one(block, context)).join('\n');
}

function one(block: Block, context: Blocks): string {
  switch (block.kind) {
    case 'heading': {
      const name = `h${block.level}`;
      return `<${name}${idOf(block.anchor)}>${inlineHtml(block.content, context)}</${name}>`;
    }
    case 'paragraph': {
      const tone = block.tone ? ` class="${block.tone}"` : '';
      return `<p${tone}>${inlineHtml(block.content, context)}</p>`;
    }
    case 'prose':
      return proseHtml(block.text);
    case 'list':
      return `<ul>${block.items.map((item) => `<li>${inlineHtml(item, context)}</li>`).join('')}</ul>`;
    case 'table':
      return tableHtml(block, context);
    case 'facts':
      return factsHtml(block, context);
    case 'evidence':
      return evidenceHtml(block, context);
    case 'figure':
      return `<figure>${block.svg}<figcaption>${inlineHtml(block.caption, context)}</figcaption></figure>`;
    case 'group':
      return `<div class="group"${idOf(block.anchor)}>\n${blocksHtml(block.blocks, context)}\n</div>`;
  }
}

const idOf = (anchor: string | undefined): string =>
  anchor === undefined ? '' : ` id="${escapeMarkup(anchor)}"`;

/** Paragraphs of free text; each has the direction of its own first letters. */
function proseHtml(words: string): string {
  return clean(words)
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => `<p class="prose" dir="auto">${escapeMarkup(part)}</p>`)
    .join('\n');
}

function tableHtml({ head, rows }: Extract<Block, { kind: 'table' }>, context: Blocks): string {
  const heads = head.map((words) => `<th scope="col">${escapeMarkup(words)}</th>`).join('');
  const body = rows.map(
    (row) => `<tr>${row.map((cell) => `<td>${inlineHtml(cell, context)}</td>`).join('')}</tr>`,
  );
  return `<table class="rows"><thead><tr>${heads}</tr></thead><tbody>\n${body.join('\n')}\n</tbody></table>`;
}

function factsHtml({ rows }: Extract<Block, { kind: 'facts' }>, context: Blocks): string {
  const pairs = rows.map(
    ([label, value]) =>
      `<div><dt><bdi>${escapeMarkup(cleanLine(label))}</bdi></dt><dd>${inlineHtml(value, context)}</dd></div>`,
  );
  return `<dl>${pairs.join('')}</dl>`;
}

function evidenceHtml(block: Extract<Block, { kind: 'evidence' }>, context: Blocks): string {
  return newQuotes(block.highlights, context)
    .map((quote) => quoteHtml(quote, context))
    .join('\n');
}

/** A quote marked within its passage, with its number, its document and the characters it takes up there. */
function quoteHtml(one: ReportQuote, context: Blocks): string {
  const { number, document, quote, before, after } = one;
  const title = cleanLine(context.report.sources.get(document)?.title ?? '');
  const words = (part: string): string => escapeMarkup(clean(part));
  return (
    `<blockquote id="q${number}"><span class="number">${number}</span>` +
    pictureHtml(one) +
    `<p dir="auto">${words(before)}<mark>${words(quote)}</mark>${words(after)}</p>` +
    translationHtml(one) +
    `<footer>${sourceNumber(document, context)} <bdi>${escapeMarkup(title)}</bdi>` +
    ` <span class="offsets">${escapeMarkup(clean(placeWords(one)))}</span></footer>${remarksHtml(one)}</blockquote>`
  );
}

/** A rectangle as it is cut out of its page; it is said where it could not be. */
function pictureHtml({ area, picture, caption, quote }: ReportQuote): string {
  if (!area) return '';
  if (picture === undefined) return `<p class="note">${say('report.noPicture')}</p>`;
  const words = escapeMarkup(cleanLine(caption ?? quote));
  return `<img class="cut" alt="${words}" src="data:image/png;base64,${picture}">`;
}

/** What the quote says in another language, with who says so. */
function translationHtml({ translation }: ReportQuote): string {
  if (!translation) return '';
  const { text, language } = translation;
  const tongue = language === undefined ? '' : ` lang="${escapeMarkup(cleanLine(language))}"`;
  return (
    `<p class="translation" dir="auto"${tongue}>${escapeMarkup(clean(text))}` +
    ` <span class="offsets">${escapeMarkup(clean(translationWords(translation)))}</span></p>`
  );
}

/** What the analyst says of the quote, told apart from its words. */
function remarksHtml({ tags, note }: ReportQuote): string {
  const names = tags.map((path) => `<bdi>${escapeMarkup(cleanLine(path))}</bdi>`).join('; ');
  const rows = [
    ...(names === '' ? [] : [`<div><dt>${say('report.tags')}</dt><dd>${names}</dd></div>`]),
    ...(note === undefined
      ? []
      : [`<div><dt>${say('report.note')}</dt><dd>${proseHtml(note)}</dd></div>`]),
  ];
  return rows.length ? `<dl>${rows.join('')}</dl>` : '';
}
