import type { Highlight } from '#data/model/highlight.ts';
import { usersOf } from '#data/queries/users-of.ts';
import type { CaseModel } from '../state/case-model.svelte.ts';
import type { MarkCache } from '../state/mark-cache.svelte.ts';
import type { Selection } from '../state/selection.svelte.ts';
import { noAttention, voicesOf, type Attention } from './graph/emphasis.ts';

/** Translates the window's selection into actors and relations of the network. */
export class AttentionState {
  readonly #model: CaseModel;
  readonly #selection: Selection;
  readonly #quotes: MarkCache<Highlight>;
  /** Relations by the highlights that carry them. */
  readonly current: Attention = $derived.by(() => this.#read());

  constructor(model: CaseModel, selection: Selection, quotes: MarkCache<Highlight>) {
    this.#model = model;
    this.#selection = selection;
    this.#quotes = quotes;
  }

  #read(): Attention {
    const { item, entities } = this.#selection;
    if (entities.size > 0) return attention(entities, [], true);
    switch (item?.kind) {
      case 'entity':
        return attention([item.id], [], true);
      case 'relation':
        return attention([], [item.id]);
      case 'highlight':
        return this.#ofHighlight(item.id);
      case 'event':
        return this.#ofEvent(item.id);
      case 'claim':
        return this.#ofClaim(item.id);
      default:
        return noAttention;
    }
  }

  #ofHighlight(id: string): Attention {
    return attention(this.#quotes.get(id)?.entities ?? [], this.#carriedBy(id));
  }

  #ofEvent(id: string): Attention {
    const event = this.#model.table('event').get(id);
    if (!event) return noAttention;
    const taking = event.participants.map(({ entity }) => entity);
    return attention(event.place ? [...taking, event.place] : taking, []);
  }

  #ofClaim(id: string): Attention {
    const claim = this.#model.table('claim').get(id);
    if (!claim) return noAttention;
    const carried = claim.evidence.flatMap((one) => this.#carriedBy(one));
    return attention(voicesOf(claim.attribution), carried);
  }

  /** Relations that stand on a highlight. */
  #carriedBy(highlight: string): string[] {
    return usersOf(this.#model, 'relation', 'highlight', highlight).map(({ id }) => id);
  }
}

function attention(
  actors: Iterable<string>,
  relations: Iterable<string>,
  withNeighbours = false,
): Attention {
  return { actors: new Set(actors), relations: new Set(relations), withNeighbours };
}
