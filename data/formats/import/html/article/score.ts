import { childrenOf, isElement, type PageElement, type PageNode } from '../tree.ts';
import { isBox, isUnseen, linkDensity, type Measures } from './measure.ts';
import { weightOf } from './names.ts';

/** How far up a paragraph speaks for the elements around it. */
const LEVELS = 5;
/** Shortest paragraph that speaks for them. */
const SHORTEST = 25;
/** Best elements that are compared. */
const BEST = 5;
const SCORED = /^(?:section|h[2-6]|p|td|pre)$/;

/** Elements by how much they look like the article. */
export type Scores = ReadonlyMap<PageElement, number>;

/** What scoring works with. */
export interface Scoring {
  measures: Measures;
  removed: ReadonlySet<PageElement>;
  /** Whether names count. */
  weighs: boolean;
}

/** Gives every element points for the paragraphs in it, fewer the farther down they are. */
export function scored(root: PageElement, scoring: Scoring): Scores {
  const scores = new Map<PageElement, number>();
  for (const { length, commas, around } of paragraphs(root, scoring)) {
    if (length < SHORTEST) continue;
    const points = 1 + commas + 1 + Math.min(Math.floor(length / 100), 3);
    let at: PageElement | undefined = around;
    for (let level = 0; at && at.name !== '' && level < LEVELS; level++, at = parentOf(at)) {
      const own = scores.get(at) ?? firstScore(at, scoring.weighs);
      scores.set(at, own + points / (level === 0 ? 1 : level === 1 ? 2 : level * 3));
    }
  }
  for (const [one, score] of scores) {
    const measure = scoring.measures.get(one);
    scores.set(one, score * (1 - (measure ? linkDensity(measure) : 0)));
  }
  return scores;
}

/** What an element is worth before its paragraphs are counted. */
function firstScore(one: PageElement, weighs: boolean): number {
  const weight = weighs ? weightOf(one) : 0;
  if (one.name === 'div') return weight + 5;
  if (/^(?:pre|td|blockquote)$/.test(one.name)) return weight + 3;
  if (/^(?:address|ol|ul|dl|dd|dt|li|form)$/.test(one.name)) return weight - 3;
  return /^(?:h[1-6]|th)$/.test(one.name) ? weight - 5 : weight;
}

/** A stretch that reads as a paragraph, whatever it is made of. */
interface Paragraph {
  length: number;
  commas: number;
  around: PageElement | undefined;
}

function* paragraphs(
  root: PageElement,
  { measures, removed }: Scoring,
): Generator<Paragraph, void, undefined> {
  const open: PageElement[] = [root];
  for (let one = open.pop(); one; one = open.pop()) {
    const measure = measures.get(one);
    const { name } = one;
    const isPlainBox = name === 'div' && measure !== undefined && !hasBox(one, removed);
    if (measure && (SCORED.test(name) || isPlainBox)) {
      yield { length: measure.length, commas: measure.commas, around: parentOf(one) };
    } else if (name === 'div') yield* runs(one, measures, removed);
    for (const child of childrenOf(one)) {
      if (isElement(child) && !removed.has(child) && !isUnseen(child)) open.push(child);
    }
  }
}

function hasBox(one: PageElement, removed: ReadonlySet<PageElement>): boolean {
  for (const child of childrenOf(one)) {
    if (isElement(child) && !removed.has(child) && (isBox(child) || hasBoxBelow(child)))
      return true;
  }
  return false;
}

/** Boxes in inline elements count too, one level down: deeper they are rare. */
function hasBoxBelow(one: PageElement): boolean {
  for (const child of childrenOf(one)) if (isBox(child)) return true;
  return false;
}

/** Whether an element reads as one paragraph. */
export const isParagraph = (one: PageElement): boolean =>
  one.name === 'p' || (one.name === 'div' && !hasBox(one, NOTHING));

const NOTHING: ReadonlySet<PageElement> = new Set();

/** Words between the boxes of a box. */
function* runs(
  box: PageElement,
  measures: Measures,
  removed: ReadonlySet<PageElement>,
): Generator<Paragraph, void, undefined> {
  let length = 0;
  let commas = 0;
  for (const child of childrenOf(box)) {
    if (isBox(child)) {
      yield { length, commas, around: box };
      length = commas = 0;
    } else if (!isElement(child)) {
      length += child.text.trim().length;
      commas += child.text.split(',').length - 1;
    } else if (!removed.has(child)) {
      length += measures.get(child)?.length ?? 0;
      commas += measures.get(child)?.commas ?? 0;
    }
  }
  yield { length, commas, around: box };
}

/** The element around one; a box around nothing but one paragraph is that paragraph. */
function parentOf({ parent }: PageElement): PageElement | undefined {
  let at = parent;
  while (at && at.name === 'div' && isAroundOne(at)) at = at.parent;
  return at;
}

function isAroundOne(box: PageElement): boolean {
  let paragraphs = 0;
  for (const child of childrenOf(box)) {
    if (isBlank(child)) continue;
    if (!isElement(child) || child.name !== 'p' || ++paragraphs > 1) return false;
  }
  return paragraphs === 1;
}

const isBlank = (node: PageNode): boolean => !isElement(node) && node.text.trim() === '';

/** The element that looks most like the article, or one around it that holds more of it. */
export function topOf(scores: Scores, body: PageElement): PageElement | undefined {
  const best = bestOf(scores);
  const [first] = best;
  if (!first || first.name === 'body' || first.name === 'html') return first;
  const shared = sharedBy(best, scores) ?? first;
  return widened(shared, scores, body);
}

function bestOf(scores: Scores): PageElement[] {
  const best: PageElement[] = [];
  for (const one of scores.keys()) {
    const score = scores.get(one) ?? 0;
    const at = best.findIndex((other) => score > (scores.get(other) ?? 0));
    if (at >= 0) best.splice(at, 0, one);
    else if (best.length < BEST) best.push(one);
    best.length = Math.min(best.length, BEST);
  }
  return best;
}

/** The nearest element around the best that holds three others that are about as good. */
function sharedBy(best: readonly PageElement[], scores: Scores): PageElement | undefined {
  const [first, ...others] = best;
  if (!first) return undefined;
  const top = scores.get(first) ?? 0;
  const near = others.filter((one) => (scores.get(one) ?? 0) >= top * 0.75).map(around);
  if (near.length < 3) return undefined;
  for (let at = first.parent; at && at.name !== 'body' && at.name !== ''; at = at.parent) {
    const one = at;
    if (near.filter((some) => some.has(one)).length >= 3) return one;
  }
  return undefined;
}

function around(one: PageElement): Set<PageElement> {
  const found = new Set<PageElement>();
  for (let at = one.parent; at; at = at.parent) found.add(at);
  return found;
}

/** Goes up while that gains points, and past boxes that hold nothing else. */
function widened(from: PageElement, scores: Scores, body: PageElement): PageElement {
  let top = from;
  let last = scores.get(top) ?? 0;
  const least = last / 3;
  for (let at = top.parent; at && at !== body && at.name !== ''; at = at.parent) {
    const score = scores.get(at);
    if (score === undefined) continue;
    if (score < least) break;
    if (score > last) {
      top = at;
      break;
    }
    last = score;
  }
  while (top.parent && top.parent !== body && top.parent.name !== '' && isAlone(top)) {
    top = top.parent;
  }
  return top;
}

function isAlone(one: PageElement): boolean {
  for (const child of childrenOf(one.parent ?? one)) {
    if (isElement(child) && child !== one) return false;
  }
  return true;
}
