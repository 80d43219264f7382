import { markingWords } from '../../model/common.ts';
import { say } from '../../words/say.ts';
import type { Block } from './blocks.ts';
import { cleanLine, escapeMarkup } from './clean.ts';
import { blocksHtml, type Blocks } from './html/block.ts';
import { fontFaces, noFonts, type FontShelf } from './html/fonts.ts';
import { footStyle, numberedPages, reportStyle } from './html/style.ts';
import type { Report, ReportPart } from './report.ts';
import { instantWords } from './sections/sources.ts';

/**
 * The report as one HTML file that needs nothing else and does nothing: no script, no handler, no
 * address but its own anchors, a content policy that forbids all the same, and a style sheet for
 * screen and A4. Fonts of the shelf that its letters need are part of it.
 */
export function renderHtml(report: Report, shelf: FontShelf = noFonts): string {
  return pageHtml(report, shelf, reportStyle + numberedPages);
}

/** A report for the printer: a page, and what stands at the foot of each of its sheets. */
export interface PrintPage {
  html: string;
  /** HTML in which Chromium fills in the numbers (`pageNumber`, `totalPages`). */
  footer: string;
}

/** The same page for a PDF: Electron numbers its sheets, in every Chromium. */
export function renderPrint(report: Report, shelf: FontShelf = noFonts): PrintPage {
  // Chromium fills elements of the class “title” with that of the document.
  const title = cleanLine(report.title);
  const footer =
    `<style>${fontFaces(title, shelf)}${footStyle}</style><div class="foot">` +
    `<div class="name" dir="auto">${escapeMarkup(title)}</div>` +
    `<div>${say('report.page', {
      page: '<span class="pageNumber"></span>',
      pages: '<span class="totalPages"></span>',
    })}</div></div>`;
  return { html: pageHtml(report, shelf, reportStyle), footer };
}

function pageHtml(report: Report, shelf: FontShelf, style: string): string {
  const anchors = new Set(report.parts.flatMap(({ blocks }) => anchorsOf(blocks)));
  const context: Blocks = { report, anchors, printed: new Set() };
  const { marking } = report;
  const words = marking === undefined ? '' : markingWords(marking);
  const look =
    marking === undefined ? 'unmarked' : `tlp-${marking.toLowerCase().replace('+', '-')}`;
  const banner = (end: string) =>
    words === '' ? '' : `<div class="marking ${end}" role="note">${words}</div>`;
  const body = `${head(report)}
${report.parts.map((part) => partHtml(part, context)).join('\n')}`;
  const fonts = fontFaces(body, shelf);
  return `<!doctype html>
<html lang="en" class="${look}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; ${fonts && 'font-src data:; '}base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="${escapeMarkup(cleanLine(report.generator))}">
<title>${escapeMarkup([cleanLine(report.title), words].filter(Boolean).join(' – '))}</title>
<style>${fonts}${style}</style>
</head>
<body>
${banner('top')}
<table class="frame" role="presentation"><thead><tr><td></td></tr></thead><tbody><tr><td>
<main>
${body}
</main>
</td></tr></tbody><tfoot><tr><td></td></tr></tfoot></table>
${banner('bottom')}
</body>
</html>
`;
}

function head(report: Report): string {
  const figures = report.figures.map(
    ({ label, value }) => `<div><dt>${escapeMarkup(label)}</dt><dd>${value}</dd></div>`,
  );
  const contents = report.parts.map(
    ({ id, title }) => `<li><a href="#part-${escapeMarkup(id)}">${escapeMarkup(title)}</a></li>`,
  );
  return `<header class="title">
<p class="eyebrow">${say('report.case', { title: `<bdi>${escapeMarkup(cleanLine(report.caseTitle))}</bdi>` })}</p>
<h1 dir="auto">${escapeMarkup(cleanLine(report.title))}</h1>
<p class="date">${escapeMarkup(instantWords(report.date))}</p>
<dl class="figures">${figures.join('')}</dl>
</header>
<nav aria-label="${say('report.contents')}"><ol>${contents.join('')}</ol></nav>`;
}

function partHtml({ id, title, blocks }: ReportPart, context: Blocks): string {
  const name = escapeMarkup(id);
  const ruled = blocks.some(({ kind }) => kind === 'heading') ? '' : ' class="ruled"';
  return `<section id="part-${name}"${ruled} aria-labelledby="title-${name}">
<h2 id="title-${name}">${escapeMarkup(title)}</h2>
${blocksHtml(blocks, context)}
</section>`;
}

function anchorsOf(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) => {
    const own = 'anchor' in block && block.anchor !== undefined ? [block.anchor] : [];
    return block.kind === 'group' ? [...own, ...anchorsOf(block.blocks)] : own;
  });
}
