import { isPhrase, phrases, plainPhrase } from '../phrases.ts';
import { isProse, isStatement, type Row } from '../rows.ts';
import type { Page } from './page.ts';

/** Longest row of this kind, in code units. */
const LONGEST = 300;
const NEAR = 6;

/** How sites call their first page. */
const HOME = phrases(
  'home|homepage|home_page|main|front_page|index|you_are_here|start',
  'главная|главная_страница|startseite|accueil|inicio|portada|ana_sayfa|anasayfa|bosh_sahifa',
  'خانه|صفحه_اصلی|صفحه_نخست|الرئيسية|الصفحة_الرئيسية|صفحہ_اول|首页|主页',
);

/** Page title, breadcrumb and the row of categories below it. */
export function topOfPage(page: Page): void {
  pageTitle(page);
  page.rows.slice(0, 12).forEach((row, index) => {
    if (row.length > LONGEST) return;
    if (isMenu(row)) return page.mark(index, 'navigation');
    if (!isBreadcrumb(row.text)) return;
    page.mark(index, 'breadcrumb');
    const below = page.rows[index + 1];
    if (below && !below.apart && isCategoryRow(below)) page.mark(index + 1, 'category-row');
  });
}

/** Headline and outlet of a page's title; `outlet` is empty when the title is the headline again. */
export interface TitleParts {
  headline: string;
  outlet: string;
}

/** The row of the window's title among the first rows: its headline stands below again. */
export function pageTitleAt(
  rows: readonly Row[],
): { index: number; parts: TitleParts } | undefined {
  for (const [index, row] of rows.slice(0, 3).entries()) {
    if (isStatement(row)) continue;
    const below = rows.slice(index + 1, NEAR);
    for (const parts of splitTitle(row.text)) {
      const same = plainPhrase(parts.headline);
      const at = below.findIndex((one) => plainPhrase(one.text) === same);
      if (at >= 0 && !below.slice(0, at).some(isProse)) return { index, parts };
    }
  }
  return undefined;
}

function pageTitle(page: Page): void {
  const found = pageTitleAt(page.rows);
  if (found) page.mark(found.index, 'page-title');
}

/** What a title may be made of: itself, “Headline | Outlet”, “Outlet - Headline”. */
function splitTitle(title: string): TitleParts[] {
  if (title.length < 8 || title.length > LONGEST) return [];
  const found: TitleParts[] = [{ headline: title, outlet: '' }];
  for (const { index } of [...title.matchAll(/\s[|–—·:-]\s/gu)].slice(0, 8)) {
    const [left, right] = [title.slice(0, index).trimEnd(), title.slice(index + 3).trimStart()];
    if (left.length >= 8 && isOutlet(right)) found.push({ headline: left, outlet: right });
    if (right.length >= 8 && isOutlet(left)) found.push({ headline: right, outlet: left });
  }
  return found;
}

const isOutlet = (name: string): boolean =>
  name.length >= 2 && name.length <= 80 && !/[|»›]/u.test(name);

/** “Home » Asia » Talks”: begins at the first page, or has three parts or more and no sentence. */
function isBreadcrumb(text: string): boolean {
  const [first = '', ...others] = text.split(/[»›>→]/u);
  if (others.length === 0) {
    const [home = '', ...rest] = text.split(/\s[/|]\s/);
    return rest.length > 0 && isPhrase(home, HOME);
  }
  if (isPhrase(first, HOME)) return others.some((part) => part.trim() !== '');
  if (text.includes('>') && !/\s>\s/.test(text)) return false;
  const isFirst = first.length >= 2 && first.length <= 60 && !/[.!?]/.test(first);
  return isFirst && others.length >= 2 && others.every((part) => part.trimStart().length >= 2);
}

/** Names in a row without a sentence: “Afghanistan Featured General News”. */
function isCategoryRow({ text, length }: Row): boolean {
  const words = text.split(/[\s,|/]+/);
  return (
    length < 200 &&
    words.length > 1 &&
    words.every((word) => /^[\p{Lu}\p{Lo}\p{N}&–-]/u.test(word)) &&
    !/[.!?:]$/.test(text)
  );
}

/** “World | Asia | Sport | Contact”: four parts or more, each a word or two, and no sentence. */
function isMenu(row: Row): boolean {
  if (row.length > 200 || isStatement(row)) return false;
  const parts = row.text.split(/\s[|·•]\s/u);
  return (
    parts.length >= 4 &&
    parts.every((part) => /^[\p{L}\p{M}&’' -]{2,24}$/u.test(part) && part.split(' ').length <= 3)
  );
}
