import type { Region } from '../../model/region.ts';
import { foldBlocks } from '../../text/fold-blocks.ts';
import type { RegionKind } from '../../text/region-kinds.ts';
import type { Span } from '../../text/finder.ts';
import type { ShownBlock, WorkingText } from '../../text/working-text.ts';
import {
  creditBefore,
  datelineBehind,
  isAboutPicture,
  isCreditLabel,
  isSourceLabel,
} from './credit-words.ts';
import { anyName, namesIn, type NamedOutlet } from './names-in.ts';
import { originKey, usualName } from './outlets.ts';
import { saidAround } from './said-words.ts';

/** How a text names its source, the surest way first: at its head, in a line of credit, amid its words. */
const ways = ['dateline', 'credit', 'report'] as const;

/** That a text names somebody as its source: the words that say it (half-open, UTF-16 code units). */
export interface NamedOrigin extends Span {
  name: string;
  way: (typeof ways)[number];
}

/** Code units before and behind a name that are looked at. */
const AROUND = 80;
/** Paragraphs at the beginning and at the end in which a line may be one of the head or of credit. */
const FIRST = 8;
const LAST = 6;
/** Longest line of credit. */
const LINE = 140;
/** Regions that may say where the text comes from; all others are not of this text. */
const TELLING: ReadonlySet<RegionKind> = new Set([
  'credit',
  'footer',
  'publisher-box',
  'author-box',
]);

/**
 * The outlets and agencies that a text names as its source, each once with the surest words that say it, in
 * order. Not those who made its pictures, and none that only stand in menus and related posts. Cost: one pass.
 */
export function namedOrigins(
  { text, blocks }: Pick<WorkingText, 'text' | 'blocks'>,
  regions: readonly Region[],
): NamedOrigin[] {
  const rows = foldBlocks(blocks, regions).filter(({ region }) => !region || TELLING.has(region));
  const surest = new Map<string, NamedOrigin>();
  rows.forEach((row, index) => {
    const isEdge = index < FIRST || index >= rows.length - LAST;
    for (const one of inRow(text.slice(row.start, row.end), row, isEdge)) {
      const key = originKey(one.name);
      const before = surest.get(key);
      if (before && !isSurer(one, before)) continue;
      surest.set(key, { ...one, start: one.start + row.start, end: one.end + row.start });
    }
  });
  return [...surest.values()].sort((one, other) => one.start - other.start);
}

/** Whether one way of naming a source is surer than another. */
export function isSurer(one: Pick<NamedOrigin, 'way'>, other: Pick<NamedOrigin, 'way'>): boolean {
  return ways.indexOf(one.way) < ways.indexOf(other.way);
}

/** What one paragraph says; offsets are those within it. */
function inRow(words: string, { region, kind }: ShownBlock, isEdge: boolean): NamedOrigin[] {
  const isCaption = kind === 'caption' || (words.length <= LINE && isAboutPicture(words));
  if (isCaption) return [];
  const labelled = isEdge ? anyLabelled(words) : undefined;
  if (labelled) return [labelled];
  return namesIn(words).flatMap((name) => {
    const found =
      (isEdge && !region ? atHead(words, name) : undefined) ??
      (isEdge ? asLine(words, name) : undefined) ??
      asCredit(words, name) ??
      (region ? undefined : asReport(words, name));
    return found ?? [];
  });
}

function atHead(words: string, { start, end, name, known }: NamedOutlet): NamedOrigin | undefined {
  if (known?.isAgency !== true) return undefined;
  const trail = datelineBehind(words.slice(0, start), words.slice(end, end + AROUND));
  if (trail === undefined) return undefined;
  const lead = /[(（/[]$/.test(words.slice(0, start)) ? 1 : 0;
  return { name, way: 'dateline', start: start - lead, end: end + trail };
}

/** “Source: Xinhua”, “(AFP)”, “By Reuters”: a line of its own. */
function asLine(words: string, { start, end, name, known }: NamedOutlet): NamedOrigin | undefined {
  if (!known || words.length > LINE || !CLOSED.test(words.slice(end))) return undefined;
  const before = words.slice(0, start);
  const isAlone = known.isAgency && /^[([（【*–—-]{0,2} ?$/u.test(before);
  if (!isAlone && !isCreditLabel(before)) return undefined;
  return { name, way: 'credit', start: words.search(/[^\s([（【*–—-]/u), end };
}

/** “Source: Kesk Courier”: whoever it is. */
function anyLabelled(words: string): NamedOrigin | undefined {
  const label = /^[^:：]{2,30}[:：] ?(?:[Tt]he )?/.exec(words)?.[0] ?? '';
  if (words.length > LINE || !isSourceLabel(label)) return undefined;
  const name = anyName(words.slice(label.length));
  const end = label.length + (name?.length ?? 0);
  if (name === undefined || !CLOSED.test(words.slice(end))) return undefined;
  return { name: usualName(name), way: 'credit', start: words.search(/[^\s([（【*–—-]/u), end };
}

/** Behind the name in a line of its own: nothing, or a day. */
const CLOSED = /^[)\]）】»”"。.]{0,3}(?:$| ?[|,;，–—-] ?.{0,40}$)/u;

/** “first published in The Diplomat”, “with inputs from ANI”, “© AFP”. */
function asCredit(words: string, { start, end, name }: NamedOutlet): NamedOrigin | undefined {
  const lead = creditBefore(words.slice(Math.max(0, start - AROUND), start));
  return lead === undefined ? undefined : { name, way: 'credit', start: start - lead, end };
}

/** “told Reuters”, “Xinhua reported”. */
function asReport(words: string, { start, end, name }: NamedOutlet): NamedOrigin | undefined {
  const before = words.slice(Math.max(0, start - AROUND), start);
  const said = saidAround(before, words.slice(end, end + AROUND));
  return said && { name, way: 'report', start: start - said.lead, end: end + said.trail };
}
