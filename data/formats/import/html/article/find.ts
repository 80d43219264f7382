import {
  attributeOf,
  childrenOf,
  elementsIn,
  isElement,
  wordsOf,
  type PageElement,
} from '../tree.ts';
import { clean } from './clean.ts';
import { linkDensity, measured, isUnseen, type Measures } from './measure.ts';
import { isUnlikely } from './names.ts';
import { isParagraph, scored, topOf, type Scores } from './score.ts';

/** An article that is shorter, in code units, is looked for once more with fewer scruples. */
const ENOUGH = 500;
/** Pages with more elements are no articles: nothing is looked for. */
const MOST = 200_000;

/** Where the article of a page is. */
export interface Article {
  /** The elements that it stands in. */
  roots: ReadonlySet<PageElement>;
  /** What in them is none of it. */
  removed: ReadonlySet<PageElement>;
  /** Whether the headline stands in it. */
  hasHeadline: boolean;
  /** Letters of its words. */
  length: number;
}

/** How strictly it is looked for. */
interface Scruples {
  stripsUnlikely: boolean;
  weighs: boolean;
  cleans: boolean;
}

const TRIES: readonly Scruples[] = [
  { stripsUnlikely: true, weighs: true, cleans: true },
  { stripsUnlikely: false, weighs: true, cleans: true },
  { stripsUnlikely: false, weighs: false, cleans: true },
  { stripsUnlikely: false, weighs: false, cleans: false },
];

/**
 * Finds the article of a page as the reading views of browsers do, after the idea of Readability: paragraphs
 * speak for the elements around them, links and names of furniture against; what stands beside the best
 * element and reads like it belongs to it. Undefined where there is nothing that reads like one.
 */
export function articleOf(root: PageElement): Article | undefined {
  let count = 0;
  let body = root;
  for (const one of elementsIn(root)) {
    if (++count > MOST) return undefined;
    if (one.name === 'body' && body === root) body = one;
  }
  let best: Article | undefined;
  for (const scruples of TRIES) {
    const found = attempt(body, scruples);
    if (found && found.length > (best?.length ?? 0)) best = found;
    if (found && found.length >= ENOUGH) return found;
  }
  return best;
}

function attempt(
  body: PageElement,
  { stripsUnlikely, weighs, cleans }: Scruples,
): Article | undefined {
  const removed = new Set<PageElement>();
  if (stripsUnlikely) stripUnlikely(body, removed);
  const measures = measured(body, removed);
  const scores = scored(body, { measures, removed, weighs });
  const top = topOf(scores, body);
  if (!top) return undefined;
  const roots = [...withSiblings(top, scores, measures, removed)];
  if (cleans) clean(roots, removed);
  const length = roots.reduce(
    (sum, one) => sum + (measured(one, removed).get(one)?.length ?? 0),
    0,
  );
  const hasHeadline = roots.some((one) => hasShown(one, removed));
  return { roots: new Set(roots), removed, hasHeadline, length };
}

/** Whether a headline of the first level is shown in an element. */
function hasShown(root: PageElement, removed: ReadonlySet<PageElement>): boolean {
  const open: PageElement[] = [root];
  for (let one = open.pop(); one; one = open.pop()) {
    if (removed.has(one) || isUnseen(one)) continue;
    if (one.name === 'h1') return true;
    for (const child of childrenOf(one)) if (isElement(child)) open.push(child);
  }
  return false;
}

function stripUnlikely(body: PageElement, removed: Set<PageElement>): void {
  const open: { one: PageElement; isInTable: boolean }[] = [{ one: body, isInTable: false }];
  for (let top = open.pop(); top; top = open.pop()) {
    const { one } = top;
    const isKept = top.isInTable || one === body || one.name === 'a' || one.name === 'article';
    if (!isKept && isUnlikely(one)) {
      removed.add(one);
      continue;
    }
    const isInTable = top.isInTable || one.name === 'table' || one.name === 'code';
    for (const child of childrenOf(one)) {
      if (isElement(child)) open.push({ one: child, isInTable });
    }
  }
}

/** The best element and those beside it that belong to it. */
function* withSiblings(
  top: PageElement,
  scores: Scores,
  measures: Measures,
  removed: ReadonlySet<PageElement>,
): Generator<PageElement, void, undefined> {
  const { parent } = top;
  if (!parent || top.name === 'body') return yield top;
  const best = scores.get(top) ?? 0;
  const least = Math.max(10, best * 0.2);
  const name = attributeOf(top, 'class');
  for (const one of childrenOf(parent)) {
    if (!isElement(one) || (one !== top && (removed.has(one) || isUnseen(one)))) continue;
    const bonus = name !== '' && attributeOf(one, 'class') === name ? best * 0.2 : 0;
    const score = scores.get(one);
    const isGood = score !== undefined && score + bonus >= least;
    if (one === top || isGood || readsLikeText(one, measures)) yield one;
  }
}

function readsLikeText(one: PageElement, measures: Measures): boolean {
  const measure = measures.get(one);
  if (!measure || !isParagraph(one)) return false;
  const density = linkDensity(measure);
  if (measure.length > 80) return density < 0.25;
  return measure.length > 0 && density === 0 && /\.(?: |$)/.test(wordsOf(one, 200).trim());
}
