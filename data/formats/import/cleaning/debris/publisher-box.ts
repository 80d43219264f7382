import { isStatement, type Row } from '../rows.ts';
import type { Page } from './page.ts';

const PUBLISHED_BY =
  /^(?:published by|publisher:|издатель:|издано:|herausgegeben von|herausgeber:|verlag:|publié par|éditeur\s?:|publicado por|editorial:|ناشر:|الناشر:|出版[:：]|出版社[:：]|yayınlayan:|yayıncı:)\s*(?=\S)/iu;
/** By whose order something was published is no publisher. */
const ORDERED =
  /^(?:the )?(?:order|authority|command|permission|decree|direction|request|consent|leave)\b/i;
const LONGEST_NAME = 100;
const LONGEST_ABOUT = 600;

/** The publisher's name in a row that says it, and nothing else. */
export function publisherIn(row: Row): { name: string; at: number } | undefined {
  const found = PUBLISHED_BY.exec(row.text)?.[0];
  if (found === undefined || isStatement(row)) return undefined;
  const name = row.text.slice(found.length).replace(/[.,;]$/, '');
  const isName =
    name.length >= 2 &&
    name.length <= LONGEST_NAME &&
    /^(?:the )?["“«]?[\p{Lu}\p{Lo}\p{N}]/u.test(name) &&
    !ORDERED.test(name) &&
    !/\b(?:on|in|at) (?:\p{L}+ )?\d/u.test(name);
  return isName ? { name, at: found.length } : undefined;
}

/** “Published by X” near the end, and the paragraph below when it is about X. */
export function publisherBoxes(page: Page): void {
  page.rows.forEach((row, index) => {
    if (!page.isEnd(index) || row.region !== undefined) return;
    const found = publisherIn(row);
    if (!found) return;
    page.mark(index, 'publisher-box');
    const below = page.rows[index + 1];
    const isAbout =
      below && below.length < LONGEST_ABOUT && below.text.slice(0, 160).includes(found.name);
    if (isAbout) page.mark(index + 1, 'publisher-box');
  });
}
