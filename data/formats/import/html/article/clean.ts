import { attributeOf, childrenOf, hasAttribute, isElement, type PageElement } from '../tree.ts';
import { isUnseen, linkDensity, measured, type Measure, type Measures } from './measure.ts';
import { isShare, weightOf } from './names.ts';

/** Elements that are no part of an article wherever they stand in it. */
const NEVER = /^(?:footer|aside|input|textarea|select|button|fieldset)$/;
/** Elements that are looked at for what is in them. */
const CONDITIONAL = /^(?:form|fieldset|table|ul|ol|div|section|header)$/;
/** So many commas make prose. */
const COMMAS = 10;
/** Longest row of buttons, in code units. */
const LONGEST_SHARE = 500;

/** Finds what in an article is none of it, and adds it to what is removed. */
export function clean(roots: readonly PageElement[], removed: Set<PageElement>): void {
  const tables = new DataTables();
  for (const root of roots) {
    const before = measured(root, removed);
    for (const one of within(root, removed)) {
      const length = before.get(one)?.length ?? 0;
      const isButtons = one !== root && isShare(one) && length < LONGEST_SHARE;
      if (one !== root && (NEVER.test(one.name) || isButtons)) removed.add(one);
      else if (/^h[12]$/.test(one.name) && weightOf(one) < 0) removed.add(one);
    }
    const measures = measured(root, removed);
    const inside = [...within(root, removed)].filter((one) => CONDITIONAL.test(one.name));
    // What is removed deep inside no longer counts for what is around it.
    for (const one of inside.reverse()) {
      if (one === root || tables.isAround(one, root) || !isFurniture(one, measures, tables))
        continue;
      removed.add(one);
      subtract(one, root, measures);
    }
  }
}

/** The elements of an article that are not removed, in order. */
function* within(
  root: PageElement,
  removed: ReadonlySet<PageElement>,
): Generator<PageElement, void, undefined> {
  const open: PageElement[] = [root];
  for (let one = open.pop(); one; one = open.pop()) {
    if (removed.has(one) || isUnseen(one)) continue;
    yield one;
    const children = [...childrenOf(one)].filter(isElement).reverse();
    for (const child of children) open.push(child);
  }
}

function isFurniture(one: PageElement, measures: Measures, tables: DataTables): boolean {
  const measure = measures.get(one);
  if (!measure || (one.name === 'table' && tables.has(one))) return false;
  const weight = weightOf(one);
  if (weight < 0) return true;
  if (measure.commas >= COMMAS) return false;
  return isPoor(one, measure, weight);
}

/** Few words for all that is in it, or words that lead away. */
function isPoor(one: PageElement, measure: Measure, weight: number): boolean {
  const { length, paragraphs, pictures, items, inputs, embeds, headings, listed, inline } = measure;
  const isList = /^[ou]l$/.test(one.name) || (length > 0 && listed / length > 0.9);
  const links = linkDensity(measure);
  const isInFigure = hasFigureAround(one);
  if (isList && links < 0.5 && pictures <= 1 && inputs === 0) return false;
  return (
    (!isInFigure && pictures > 1 && paragraphs / pictures < 0.5) ||
    (!isList && items - 100 > paragraphs) ||
    inputs > Math.floor(paragraphs / 3) ||
    (!isList &&
      !isInFigure &&
      headings / (length || 1) < 0.9 &&
      length < 25 &&
      links > 0 &&
      (pictures === 0 || pictures > 2)) ||
    (!isList && weight < 25 && links > 0.2) ||
    (weight >= 25 && links > 0.5) ||
    (isList && weight < 25 && links > 0.5) ||
    (embeds === 1 && length < 75) ||
    embeds > 1 ||
    (pictures === 0 && inline === 0 && length === 0)
  );
}

/** Whether a table holds data: as a browser's reading view tells it. */
function isData(table: PageElement): boolean {
  if (attributeOf(table, 'role') === 'presentation') return false;
  if (attributeOf(table, 'datatable') === '0') return false;
  if (hasAttribute(table, 'summary')) return true;
  let rows = 0;
  let columns = 0;
  const open = [...childrenOf(table)].reverse();
  for (let node = open.pop(); node; node = open.pop()) {
    if (!isElement(node)) continue;
    if (/^(?:caption|col|colgroup|tfoot|thead|th)$/.test(node.name)) return true;
    if (node.name === 'table') return false;
    if (node.name === 'tr') {
      rows++;
      columns = Math.max(columns, [...childrenOf(node)].filter(isElement).length);
    }
    if (/^(?:tbody|tr)$/.test(node.name)) for (const child of childrenOf(node)) open.push(child);
  }
  return rows > 1 && columns > 1 && (rows >= 10 || columns > 4 || rows * columns > 10);
}

/** Which tables hold data; each is looked at once, however much is in it. */
class DataTables {
  readonly #known = new Map<PageElement, boolean>();

  has(table: PageElement): boolean {
    const known = this.#known.get(table) ?? isData(table);
    this.#known.set(table, known);
    return known;
  }

  /** Whether an element stands in one, or in code. */
  isAround(one: PageElement, root: PageElement): boolean {
    for (let at = one.parent; at && at !== root; at = at.parent) {
      if (at.name === 'code' || (at.name === 'table' && this.has(at))) return true;
    }
    return false;
  }
}

function hasFigureAround({ parent }: PageElement): boolean {
  return parent?.name === 'figure' || parent?.parent?.name === 'figure';
}

/** What was in an element is no longer in those around it. */
function subtract(one: PageElement, root: PageElement, measures: Measures): void {
  const gone = measures.get(one);
  if (!gone) return;
  const { length, linked, headings, listed, commas, paragraphs, pictures, items, inputs, embeds } =
    gone;
  for (let at = one.parent; at; at = at.parent) {
    const sum = measures.get(at);
    if (!sum) return;
    sum.length -= length;
    sum.linked -= linked;
    sum.headings -= headings;
    sum.listed -= /^[ou]l$/.test(one.name) ? length : listed;
    sum.commas -= commas;
    sum.paragraphs -= paragraphs;
    sum.pictures -= pictures;
    sum.items -= items;
    sum.inputs -= inputs;
    sum.embeds -= embeds;
    if (at === root) return;
  }
}
