import type { PageElement } from '../tree.ts';
import { attributeOf } from '../tree.ts';
import { classesOf, matches, type Search } from './selector.ts';
import { Siblings } from './siblings.ts';
import { declarations, type Declaration, type Rule } from './sheet.ts';

/** Steps that all elements of a page together may take to find their rules: a second or so. */
const STEPS = 10_000_000;

/** What a style says of an element, property by property. */
export type Styles = Partial<Record<string, string>>;

/** Rules by the name that they ask of the element itself, so that each element sees few. */
class Index {
  readonly #named = new Map<string, Rule[]>();
  /** Rules for the element around this shadow tree. */
  readonly host: Rule[] = [];

  constructor(rules: readonly Rule[]) {
    for (const rule of rules) {
      const [last] = rule.selector.compounds;
      if (!last) continue;
      if (last.isHost) {
        if (rule.selector.compounds.length === 1) this.host.push(rule);
        continue;
      }
      const [name] = last.classes;
      const key = last.id ? `#${last.id}` : name ? `.${name}` : last.type || '*';
      const others = this.#named.get(key);
      if (others) others.push(rule);
      else this.#named.set(key, [rule]);
    }
  }

  *of(one: PageElement): Generator<Rule, void, undefined> {
    const keys = new Set(['*', one.name, ...classesOf(one).map((name) => `.${name}`)]);
    const id = attributeOf(one, 'id');
    if (id !== '') keys.add(`#${id}`);
    for (const key of keys) yield* this.#named.get(key) ?? [];
  }
}

/** The style sheets of a page, and of each shadow tree in it, and what they say of an element. */
export class Cascade {
  readonly #sheets: ReadonlyMap<number, Index>;
  readonly #search: Search = { steps: STEPS, siblings: new Siblings() };

  /** `rules`: by shadow tree; 0 is the page itself. */
  constructor(rules: ReadonlyMap<number, readonly Rule[]>) {
    this.#sheets = new Map([...rules].map(([scope, some]) => [scope, new Index(some)]));
  }

  /** What the page says of an element. `inner`: the shadow tree in it, if it has one. */
  stylesOf(one: PageElement, inner?: number): Styles {
    const best = new Map<string, { value: string; weight: number }>();
    const take = (found: readonly Declaration[], weight: number): void => {
      for (const { property, value, important } of found) {
        const name = property === 'list-style' ? 'list-style-type' : property;
        const own = weight + (important ? 1e15 : 0);
        if (own >= (best.get(name)?.weight ?? -1)) best.set(name, { value, weight: own });
      }
    };
    for (const rule of this.#hostRules(one, inner)) take(rule.declarations, 0);
    for (const rule of this.#rulesOf(one)) {
      if (this.#search.steps <= 0) break;
      if (matches(rule.selector, one, this.#search)) {
        take(rule.declarations, rule.selector.weight * 1e5 + rule.order);
      }
    }
    const inline = attributeOf(one, 'style');
    if (inline !== '') take(declarations(inline), 1e14);
    return Object.fromEntries([...best].map(([name, { value }]) => [name, value]));
  }

  #rulesOf(one: PageElement): Iterable<Rule> {
    return this.#sheets.get(one.scope)?.of(one) ?? [];
  }

  *#hostRules(one: PageElement, inner: number | undefined): Generator<Rule, void, undefined> {
    const rules = (inner === undefined ? undefined : this.#sheets.get(inner)?.host) ?? [];
    // The conditions of a host are those of the element, whatever tree it stands in.
    for (const rule of rules) if (matches(rule.selector, one, this.#search)) yield rule;
  }
}
