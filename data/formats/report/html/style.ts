import { say } from '../../../words/say.ts';
import { bundledFamilies } from './fonts.ts';

/**
 * The one style sheet of every report. It is constant (nothing of the case goes into it), loads
 * nothing, and is for paper first: light only. In print the marking is fixed to both ends of every
 * page; the head and foot of the outer table keep its room free, which works in every Chromium.
 */
export const reportStyle = `
:root { color-scheme: light; --ink: #15181d; --quiet: #5c636e; --rule: #d9dce1; --accent: #1f4e79; --wash: #f5f6f8;
  --serif: 'Source Serif 4 Variable', 'Source Serif 4', 'Iowan Old Style', 'Palatino Linotype', Palatino, 'Noto Serif', Georgia, ${bundledFamilies}, serif;
  --sans: 'Inter Variable', Inter, 'Segoe UI', 'Helvetica Neue', Arial, 'Noto Sans', ${bundledFamilies}, sans-serif;
  --mono: ui-monospace, 'Cascadia Mono', 'SF Mono', 'DejaVu Sans Mono', 'Noto Sans Mono', ${bundledFamilies}, monospace; }
* { box-sizing: border-box; }
html { background: #fff; scroll-padding-top: 3.5rem; -webkit-text-size-adjust: 100%; }
body { margin: 0; color: var(--ink); font: 400 1.0625rem/1.55 var(--serif); font-kerning: normal; hanging-punctuation: first; overflow-wrap: break-word; }
a { color: var(--accent); text-decoration: none; }
a:hover { text-decoration: underline; }
a:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 2px; }
h1, h2, h3, p, dl, dd, figure, blockquote, ul, table { margin: 0; }
.marking { position: sticky; z-index: 1; padding: .3rem 1rem; background: #000; font: 700 .75rem/1.3 var(--sans); letter-spacing: .08em; text-align: center; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
.marking.top { top: 0; } .marking.bottom { bottom: 0; }
.tlp-red .marking { color: #ff2b2b; } .tlp-amber .marking, .tlp-amber-strict .marking { color: #ffc000; }
.tlp-green .marking { color: #33ff00; } .tlp-clear .marking { color: #fff; }
.frame { width: 100%; border-collapse: collapse; } .frame > * > tr > td { padding: 0; }
main { max-width: 47rem; margin: 0 auto; padding: 3.5rem 1.5rem 5rem; }
.title { padding-bottom: 1.75rem; }
.eyebrow, .date { color: var(--quiet); font: 500 .8125rem/1.5 var(--sans); }
h1 { margin: .35rem 0 .6rem; font-size: 2.375rem; font-weight: 600; line-height: 1.14; letter-spacing: -.015em; text-wrap: balance; }
.figures { display: flex; flex-wrap: wrap; gap: .25rem 1.75rem; margin-top: 1.5rem; padding: .85rem 0; border-block: 1px solid var(--rule); font: 400 .8125rem/1.4 var(--sans); color: var(--quiet); }
.figures div { display: flex; flex-direction: column-reverse; } .figures dd { color: var(--ink); font-size: 1.25rem; font-weight: 600; font-variant-numeric: tabular-nums; }
nav { font: 400 .875rem/1.75 var(--sans); } nav ol { margin: 0; padding: 0; list-style: none; display: flex; flex-wrap: wrap; gap: 0 1.5rem; }
section { padding-top: 2.75rem; }
h2 { margin-bottom: 1.1rem; padding-bottom: .35rem; border-bottom: 1px solid var(--ink); font-size: 1.5rem; font-weight: 600; line-height: 1.25; letter-spacing: -.01em; }
h3 .quiet { font: 400 .75rem/1.5 var(--sans); }
h3 { margin: 1.6rem 0 .4rem; font-size: 1.125rem; font-weight: 600; line-height: 1.35; }
.group { padding: .2rem 0; } .group > h3:first-child { margin-top: .2rem; }
.ruled > .group { padding: .6rem 0; } .ruled > .group + .group { border-top: 1px solid var(--rule); }
p + p, p + dl { margin-top: .6rem; }
.prose { white-space: pre-line; text-wrap: pretty; } .note { color: var(--quiet); font: 400 .8125rem/1.5 var(--sans); }
.note { margin-top: .2rem; }
.quiet { color: var(--quiet); } .cite { margin-inline-start: .25em; font: 500 .75em/1 var(--sans); color: var(--quiet); font-variant-numeric: tabular-nums; }
.label { display: inline-block; padding: 0 .45em; border: 1px solid var(--rule); border-radius: 1em; background: var(--wash); color: var(--quiet); font: 500 .6875rem/1.5 var(--sans); vertical-align: .1em; white-space: nowrap; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
code { font: 400 .78em/1.4 var(--mono); overflow-wrap: anywhere; }
dl > div { padding: .12rem 0; font-size: .9375rem; } dl > div::after { content: ''; display: table; clear: both; } dt { float: left; width: 8.5rem; } dd { margin-left: 9.5rem; }
.figures > div { display: flex; padding: 0; font-size: inherit; } .figures dt { float: none; width: auto; } .figures dd { margin: 0; }
dt { padding-top: .14em; color: var(--quiet); font: 400 .8125rem/1.5 var(--sans); }
ul { padding-inline-start: 1.2em; }
blockquote { position: relative; margin: .55rem 0 .55rem .2rem; padding: .05rem 0 .05rem 2.6rem; }
blockquote::before { content: ''; position: absolute; inset: .2rem auto .2rem 2.1rem; border-left: 2px solid var(--rule); }
blockquote:target, .group:target { background: var(--wash); }
blockquote > p { color: var(--quiet); font-size: .96875rem; line-height: 1.5; white-space: pre-line; }
mark { padding: .05em .1em; background: #fdf0c2; color: var(--ink); -webkit-box-decoration-break: clone; box-decoration-break: clone; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
blockquote img.cut { display: block; max-width: 100%; max-height: 14cm; margin: .2rem 0; border: 1px solid var(--rule); } blockquote > p.translation { color: inherit; font-style: italic; } .translation .offsets { font-style: normal; white-space: normal; }
blockquote .number { position: absolute; left: 0; top: .3rem; width: 1.75rem; text-align: right; color: var(--accent); font: 600 .75rem/1.4 var(--sans); font-variant-numeric: tabular-nums; }
blockquote dl { margin-top: .2rem; } blockquote dl > div { font-size: .875rem; line-height: 1.5; } blockquote dt { width: 3rem; font-size: .75rem; line-height: 1.75; } blockquote dd { margin-left: 3rem; }
blockquote footer { color: var(--quiet); font: 400 .75rem/1.5 var(--sans); } .offsets { font-variant-numeric: tabular-nums; white-space: nowrap; } .offsets::before { content: '· '; }
.source { font-family: var(--sans); font-weight: 600; font-size: .9em; } blockquote .source { font-size: 1em; }
.rows { width: 100%; margin-bottom: 1rem; border-collapse: collapse; font-size: .9375rem; line-height: 1.45; }
.rows th { padding: 0 .75rem .35rem 0; border-bottom: 1px solid var(--ink); color: var(--quiet); font: 500 .75rem/1.4 var(--sans); text-align: start; }
.rows td { padding: .45rem .75rem .45rem 0; border-bottom: 1px solid var(--rule); vertical-align: top; } .rows td:last-child { padding-right: 0; }
.rows td:first-child { min-width: 7.5rem; } .rows td:first-child strong { font-weight: 600; } .rows .cite { margin: 0; font-size: .8125em; line-height: 1.6; }
figure svg { display: block; width: 100%; height: auto; } figcaption { margin-top: .75rem; color: var(--quiet); font: 400 .8125rem/1.5 var(--sans); }
@media (max-width: 40rem) { body { font-size: 1rem; } h1 { font-size: 1.875rem; } dt { float: none; } dd { margin-left: 0; } main { padding-inline: 1rem; } }
@media print {
  @page { size: A4; margin: 12mm 17mm 14mm; }
  html { font-size: 12.2px; } body { font-size: 1.03rem; line-height: 1.5; }
  .marking { position: fixed; left: 0; right: 0; height: 6mm; padding: 0; font-size: 8pt; line-height: 6mm; }
  .frame > thead td, .frame > tfoot td { height: 11mm; }
  main { max-width: none; padding: 0; } a { color: inherit; } a.source, blockquote .number, .cite a { color: var(--accent); }
  section { padding-top: 2rem; }
  figure svg { max-height: 214mm; }
  h1, h2, h3 { break-after: avoid; } h3 + p, h3 + dl { break-before: avoid; }
  blockquote, .rows tr, dl > div { break-inside: avoid; } .rows thead { display: table-header-group; }
  .group > p + blockquote, .group > p + dl, .group > p + .note, .group > h3 + *, dl > div:nth-child(2) { break-before: avoid; } p, blockquote > p { orphans: 3; widows: 3; }
}
`;

/** What CSS puts together of strings and counters; an empty string may stand at its end. */
const pageOfPages = `'${say('report.page', { page: "' counter(page) '", pages: "' counter(pages) '" })}'`;

/** Page numbers for who prints the HTML: browsers know margin boxes from Chromium 131 on. */
export const numberedPages = `
@media print { @page { @bottom-right { content: ${pageOfPages}; color: #5c636e; font: 7.5pt 'Inter', 'Segoe UI', 'Helvetica Neue', Arial, 'Noto Sans', sans-serif; } } }
`;

/** The foot of every sheet of a PDF: a page of its own, that takes nothing from the one that is printed. */
export const footStyle = `
.foot { display: flex; align-items: baseline; box-sizing: border-box; gap: 8mm; width: 100%; padding: 0 17mm; color: #5c636e; font: 7.5pt Inter, 'Segoe UI', 'Helvetica Neue', Arial, 'Noto Sans', ${bundledFamilies}, sans-serif; white-space: nowrap; }
.foot .name { flex: 1; min-width: 0; overflow: hidden; text-align: left; text-overflow: ellipsis; }
`;
