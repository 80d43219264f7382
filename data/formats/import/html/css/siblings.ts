import { childrenOf, isElement, type PageElement } from '../tree.ts';

/** Where an element must stand among those beside it: at each `step`-th place from `offset` on, from 1. */
export interface PlaceTest {
  step: number;
  offset: number;
  fromEnd: boolean;
}

interface Standing {
  previous: PageElement | undefined;
  index: number;
  count: number;
}

/** Where the elements of a page stand among those beside them; looked up once for all of a parent. */
export class Siblings {
  readonly #standing = new Map<PageElement, Standing>();

  /** The element before one, in the same parent. */
  before(one: PageElement): PageElement | undefined {
    return this.#of(one)?.previous;
  }

  /** Whether an element stands at such a place. */
  standsAt(one: PageElement, { step, offset, fromEnd }: PlaceTest): boolean {
    const standing = this.#of(one);
    if (!standing) return false;
    const place = fromEnd ? standing.count - standing.index : standing.index + 1;
    const steps = place - offset;
    return step === 0 ? steps === 0 : steps % step === 0 && steps / step >= 0;
  }

  #of(one: PageElement): Standing | undefined {
    const known = this.#standing.get(one);
    if (known || !one.parent) return known;
    // What only marks where emphasis ends is no element of the page.
    const all = [...childrenOf(one.parent)].filter(isElement).filter(({ name }) => name !== '#end');
    // One that is shown elsewhere, in a slot, has nothing beside it; all are looked up once.
    this.#standing.set(one, { previous: undefined, index: 0, count: 1 });
    all.forEach((child, index) => {
      this.#standing.set(child, { previous: all[index - 1], index, count: all.length });
    });
    return this.#standing.get(one);
  }
}

const FIRST: PlaceTest = { step: 0, offset: 1, fromEnd: false };
const LAST: PlaceTest = { step: 0, offset: 1, fromEnd: true };

/** The places that `:first-child`, `:nth-child(2n+1)` and such ask for; undefined for anything else. */
export function placesOf(name: string, inside: string | undefined): PlaceTest[] | undefined {
  if (inside === undefined) {
    if (name === 'first-child') return [FIRST];
    if (name === 'last-child') return [LAST];
    return name === 'only-child' ? [FIRST, LAST] : undefined;
  }
  if (name !== 'nth-child' && name !== 'nth-last-child') return undefined;
  const said = inside.toLowerCase().replace(/\s/g, '');
  const formula = said === 'odd' ? '2n+1' : said === 'even' ? '2n' : said;
  const fromEnd = name === 'nth-last-child';
  if (/^\+?\d{1,6}$/.test(formula)) return [{ step: 0, offset: Number(formula), fromEnd }];
  const parts = /^([+-]?\d{0,6})n([+-]\d{1,6})?$/.exec(formula);
  if (!parts) return undefined;
  const [, step = '', offset = '0'] = parts;
  const isOne = step === '' || step === '+' || step === '-';
  return [{ step: isOne ? Number(`${step}1`) : Number(step), offset: Number(offset), fromEnd }];
}
