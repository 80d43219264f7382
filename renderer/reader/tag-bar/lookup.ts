import { saidOf, sentenceOf } from '#data/queries/said-of.ts';
import type { Request } from '#data/operations/engine.ts';
import type { Span } from '#data/text/finder.ts';
import type { CaseModel } from '../../state/case-model.svelte.ts';
import type { Reader } from '../reader.svelte.ts';
import { callAlso, type Target } from './plans.ts';
import type { End, RelationDraft } from './relation-draft.ts';

/** Answers what the tag bar asks about the case and the open text. */
export class Lookup {
  readonly #model: CaseModel;
  readonly #reader: Reader;

  constructor(model: CaseModel, reader: Reader) {
    this.#model = model;
    this.#reader = reader;
  }

  /**
   * Actors named by highlights inside a range of the open text, in reading order, each once. A range without words
   * holds none: what stands at its place are other rectangles of the page.
   */
  actorsIn({ start, end }: { start: number; end: number }): End[] {
    if (start === end) return [];
    const found = new Map<string, End>();
    for (const mark of this.#reader.open?.marksOver(start, end) ?? []) {
      if (mark.start < start || mark.end > end) continue;
      for (const entity of mark.entities) {
        if (!found.has(entity)) found.set(entity, this.end(entity, mark.id));
      }
    }
    return [...found.values()];
  }

  end(entity: string, highlight: string): End {
    const type = this.#model.table('entity').get(entity)?.type;
    return { entity, name: this.nameOf(entity), highlight, type };
  }

  /** The sentence around words of the open text. A rectangle says itself what it shows. */
  sentenceAround(target: Target): Target {
    const { open } = this.#reader;
    if (target.area || open?.id !== target.document) return target;
    return this.words(sentenceOf(open.text, open.blocks, target));
  }

  /** The words that link the first end of a relation to words of the open text. */
  saidOf({ place, sentence }: Pick<RelationDraft, 'place' | 'sentence'>, other: Target): Target[] {
    const { open } = this.#reader;
    if (open?.id !== other.document) return [];
    const isApart = place.document !== other.document || place.area || other.area;
    if (isApart) return [sentence, this.sentenceAround(other)];
    return saidOf(open.text, open.blocks, place, other).map((words) => this.words(words));
  }

  /** Words of the open text, with the highlight that covers exactly them. */
  words({ start, end }: Span): Target {
    const { open } = this.#reader;
    if (!open) throw new Error('a text is open while it is tagged');
    const mark = open.markAt(start, end, () => true);
    const quote = open.text.slice(start, end);
    return { document: open.id, start, end, quote, ...(mark ? { mark } : {}) };
  }

  /** The step that adds words to the other names of an actor. */
  callAlso(id: string, words: string, highlight: string): Request[] {
    const entity = this.#model.table('entity').get(id);
    return entity ? [callAlso(entity, words, highlight)] : [];
  }

  nameOf(entity: string): string {
    return this.#model.table('entity').get(entity)?.name ?? entity;
  }

  tagName(tag: string): string {
    return this.#model.table('tag').get(tag)?.name ?? tag;
  }

  /** Words under which an actor may stand in a text: its names, and those just selected. */
  phrases(entity: string | undefined, quote: string): string[] {
    const record = entity === undefined ? undefined : this.#model.table('entity').get(entity);
    const names = record ? [record.name, ...record.aliases.map(({ name }) => name)] : [];
    return [quote, ...names];
  }
}
