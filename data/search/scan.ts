import { AppError } from '../errors.ts';
import { regionsOf } from '../queries/regions-of.ts';
import type { CaseView } from '../state/case-view.ts';
import { CaseFacts } from './facts.ts';
import { hitAt, hitOfDocument, hitsInFields, hitsInText, type SearchHit } from './hits.ts';
import type { SearchedText } from './hits.ts';
import { answeringSpans } from './answers.ts';
import { Matcher } from './matcher.ts';
import type { Plan } from './plan.ts';
import { askedOf, holds, isLeaf, type Filter, type Leaf } from './query.ts';
import { Ranking, type Counted } from './ranking.ts';
import { textWords } from './text-words.ts';
import { tokensOf, type Tokens } from './tokens.ts';
import { searchedKinds, unitsOf, type Unit } from './units.ts';

/** What a search found by looking through everything. */
export interface Scanned {
  hits: SearchHit[];
  /** Documents whose text could not be read. */
  unread: string[];
}

/** Something that fits, and how often what is looked for stands in it. */
interface Fitting {
  unit: Unit;
  counted: Counted;
}

/**
 * Searches a case without an index: reads every text once to tell what fits, and those that fit again for the
 * places. Hits of what fits best come first, in reading order; at most `limit`. Tells how many records it has
 * looked at.
 */
export function* scanCase(view: CaseView, plan: Plan, limit: number): Generator<number, Scanned> {
  const scan = new Scan(view, plan);
  let looked = 0;
  for (const unit of scan.units()) {
    scan.look(unit);
    yield ++looked;
  }
  return { hits: scan.hits(limit), unread: scan.unread };
}

class Scan {
  readonly unread: string[] = [];
  readonly #view: CaseView;
  readonly #plan: Plan;
  readonly #facts: CaseFacts;
  readonly #matchers: ReadonlyMap<Leaf, Matcher>;
  readonly #ranking: Ranking;
  readonly #fitting: Fitting[] = [];

  constructor(view: CaseView, plan: Plan) {
    this.#view = view;
    this.#plan = plan;
    this.#facts = new CaseFacts(view);
    const leaves = askedOf(plan.query).filter(isLeaf);
    this.#matchers = new Map(leaves.map((leaf) => [leaf, new Matcher(leaf)]));
    this.#ranking = new Ranking(leaves.length);
  }

  /** Everything with words of the kinds that are searched. */
  *units(): Generator<Unit> {
    for (const kind of searchedKinds) {
      for (const record of this.#view.all(kind)) {
        yield* unitsOf(kind, record).filter((unit) => this.#plan.kinds.has(unit.kind));
      }
    }
    if (!this.#plan.kinds.has('note')) return;
    for (const { id } of this.#view.all('document')) {
      for (const mark of this.#view.highlightsOf(id)) yield* unitsOf('highlight', mark);
    }
  }

  look(unit: Unit): void {
    const lists = this.#wordsOf(unit);
    if (!lists) return;
    const counts = [...this.#matchers.values()].map((matcher) =>
      lists.reduce((sum, tokens) => sum + matcher.count(tokens), 0),
    );
    const counted = { counts, length: lists.reduce((sum, { words }) => sum + words.length, 0) };
    this.#ranking.note(counted);
    const order = [...this.#matchers.keys()];
    const isFitting = holds(this.#plan.query, (part) =>
      isLeaf(part) ? (counts[order.indexOf(part)] ?? 0) > 0 : this.#fits(unit, part),
    );
    if (isFitting) this.#fitting.push({ unit, counted });
  }

  /** At most so many hits, the best first. */
  hits(limit: number): SearchHit[] {
    const ranked = this.#fitting.map(({ unit, counted }) => ({
      unit,
      score: this.#ranking.score(counted),
    }));
    ranked.sort((one, other) => other.score - one.score);
    const hits: SearchHit[] = [];
    for (const { unit, score } of ranked) {
      for (const hit of this.#hitsOf(unit, score)) {
        if (hits.length >= limit) return hits;
        hits.push(hit);
      }
    }
    return hits;
  }

  #fits({ document }: Unit, filter: Filter): boolean {
    return document !== undefined && this.#facts.holds(filter, document);
  }

  /** All its words; undefined when its text cannot be read. */
  #wordsOf(unit: Unit): Tokens[] | undefined {
    const { rules, where, withFields } = this.#plan;
    const beside = unit.kind !== 'text' || (withFields && (where === 'text' || where === 'all'));
    const fields = beside ? unit.fields.map(({ text }) => tokensOf(text, rules)) : [];
    if (unit.kind !== 'text') return fields;
    if (this.#matchers.size === 0) return fields;
    const searched = this.#textOf(unit.id);
    return searched && [...fields, ...textWords(searched.text, searched.regions, where, rules)];
  }

  #textOf(id: string): SearchedText | undefined {
    try {
      return { text: this.#view.text(id).text, regions: regionsOf(this.#view, id) };
    } catch (thrown) {
      if (!(thrown instanceof AppError) || thrown.code !== 'damaged') throw thrown;
      this.unread.push(id);
      return undefined;
    }
  }

  #hitsOf(unit: Unit, score: number): SearchHit[] {
    const plan = this.#plan;
    const isDocument = unit.kind === 'text';
    if (plan.wanted.length === 0) return isDocument ? this.#answers(unit, score) : [];
    const place = (mark: string) => this.#view.get('highlight', mark);
    const beside = !isDocument || plan.withFields ? hitsInFields(plan, unit, score, place) : [];
    const searched = isDocument ? this.#textOf(unit.id) : undefined;
    if (!searched) return beside;
    return [...beside, ...hitsInText(plan, searched, { document: unit.id, score })];
  }

  /** What answers when nothing is looked for in words: highlights that fit, regions, else the document. */
  #answers({ id }: Unit, score: number): SearchHit[] {
    const searched = this.#textOf(id);
    const spans = searched ? answeringSpans(this.#facts, this.#plan, id, searched) : [];
    if (!searched || spans.length === 0) {
      return [hitOfDocument(id, this.#view.get('document', id)?.title ?? id, score)];
    }
    return spans.map((span) => hitAt(searched.text, span, { document: id, score, field: 'text' }));
  }
}
