import type { Proposal } from '../../../../model/reading.ts';
import { behindLabel, phrases } from '../phrases.ts';
import type { Front } from './front.ts';
import { withoutTail } from './words.ts';

/** Rows at the end in which a page may say where it is. */
const LAST = 10;
const LABELS = phrases(
  'source|url|link|permalink|original|original_url|source_url|original_article|canonical|canonical_url|address|web_address|retrieved_from|available_at|originally_published_at|read_the_original|permanent_link|short_url|short_link',
  'источник|ссылка|адрес|оригинал|постоянная_ссылка|quelle|adresse|link_zum_artikel|lien|source_originale|fuente|enlace|kaynak|bağlantı|havola|manba',
  'منبع|لینک|نشانی|لینک_خبر|لینک_کوتاه|المصدر|الرابط|رابط|ماخذ|لنک|来源|链接|原文|原文链接|网址',
);
const IN_WORDS = /^(?:retrieved|available) (?:from|at):? ["“]?(?=https?:)/i;
const ADDRESS = /^https?:\/\/[^\s"”»<>]{4,480}/i;

/** Where the text lies on the web, as a line above or below it says; none when they say different things. */
export function address(front: Front): Proposal[] {
  const rows = new Set([...front.above, ...front.rows.slice(-LAST)]);
  const found = [...rows].flatMap((row) => {
    if (row.region === 'references' || row.length > 500) return [];
    const at = behindLabel(row.text, LABELS)?.at ?? IN_WORDS.exec(row.text)?.[0].length;
    // An address alone above everything is where the page was.
    const isHead = row === front.rows[0] && ADDRESS.test(row.text);
    if (at === undefined && !isHead) return [];
    const start = at ?? 0;
    const url = withoutTail(ADDRESS.exec(row.text.slice(start))?.[0] ?? '', '.,;)]');
    return url === '' || row.text.length > start + url.length + 2
      ? []
      : front.say('url', row, [start, start + url.length]);
  });
  return new Set(found.map(({ value }) => value)).size === 1 ? found.slice(0, 1) : [];
}
