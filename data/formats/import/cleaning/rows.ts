import type { RegionKind } from '../../../text/region-kinds.ts';
import type { Block, ShownBlock } from '../../../text/working-text.ts';

/** A block as the recognisers of headings, debris and proposals see it. */
export interface Row {
  /** Its words on one line, without white space around; long ones are cut, they are prose anyway. */
  text: string;
  kind: Block['kind'];
  /** Full length in code units, pieces that continue it included. */
  length: number;
  /** Whether at least one empty line, a page or a table parts it from what stands above. */
  apart: boolean;
  /** Where it begins in the text, white space included. */
  start: number;
  end: number;
  /** Index of its block, and of the one after its last piece. */
  first: number;
  after: number;
  /** What it is beside the text, as far as it is known. */
  region: RegionKind | undefined;
}

/** What is looked at of each row. */
const SEEN = 400;
/** Longest row (code units) that may be a label. */
const LONGEST_LABEL = 160;
/** Kinds of blocks that are no words on a page: rows of data, of code, of a recording, of remarks. */
const NO_WORDS: ReadonlySet<Block['kind']> = new Set([
  'table-row',
  'code',
  'footnote',
  'comment',
  'cue',
  'page-break',
]);

/** The rows of a text that hold its words: one per block, with the pieces of a long block together. */
export function rowsOf(text: string, blocks: readonly ShownBlock[]): Row[] {
  const rows: Row[] = [];
  let last: Row | undefined;
  let end = 0;
  blocks.forEach(({ start, end: to, kind, region }, index) => {
    if (kind === 'continuation') {
      if (last) Object.assign(last, { after: index + 1, end: to, length: to - last.start });
    } else if (NO_WORDS.has(kind)) last = undefined;
    else {
      const words = text
        .slice(start, Math.min(to, start + SEEN))
        .replaceAll('\n', ' ')
        .trim();
      const apart = !last || /\n\s*\n/.test(text.slice(end, start));
      const place = { start, end: to, first: index, after: index + 1, length: to - start };
      last = { text: words, kind, apart, region, ...place };
      rows.push(last);
    }
    end = to;
  });
  return rows;
}

/** Signs that end a sentence, with quotes and brackets that close behind them. */
const SENTENCE_END = /[.!?…:;。！？；：؟۔।]["'”’»)\]」』）]*$/u;
const IDEOGRAPH = /\p{Script=Han}/gu;

/** Whether a row reads like a sentence of prose: it has some length and ends like one. */
export function isProse({ text, length }: Row): boolean {
  if (length > SEEN) return true;
  if (!SENTENCE_END.test(text)) return false;
  // A word of Chinese is two signs.
  return length > 60 || (length > 20 && length + 2 * (text.match(IDEOGRAPH)?.length ?? 0) > 60);
}

/** Whether a row says something: “Tags: China” does not, “Tags: none were found on the bags.” does. */
export function isStatement({ text, length }: Pick<Row, 'text' | 'length'>): boolean {
  if (length > LONGEST_LABEL) return true;
  if (!/[.!?…;,。！？；，؟۔।]["'”’»)\]」』）]*$/u.test(text)) return false;
  return text.split(/\s+/, 6).length > 5 || (text.match(IDEOGRAPH)?.length ?? 0) > 10;
}

/** Whether it begins like an item of a list: a bullet, a number, a letter in brackets. */
export const isItem = (text: string): boolean =>
  /^(?:[•‣◦▪●*–-]\s+\S|\d{1,3}[.)]\s+\S|\((?:\d{1,3}|[a-zа-я]|[ivx]{1,5})\)\s*\S)/u.test(text);
