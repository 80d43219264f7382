import type { CaseModel } from '../../state/case-model.svelte.ts';
import type { ViewStore } from '../../state/view-store.ts';
import { Recents, SLOTS } from './recents.ts';

/** The digits of the tag bar, kept with the view of the case. */
export class TagMemory {
  readonly #recents: Recents;
  readonly #view: ViewStore;
  #version = $state(0);

  constructor(model: CaseModel, view: ViewStore) {
    this.#view = view;
    const saved = view.read('recents');
    this.#recents = new Recents(Array.isArray(saved) ? saved.map(String) : firstSlots(model));
  }

  /** Keys by digit; reading it in a derived follows their use. */
  get slots(): readonly (string | undefined)[] {
    return this.#version >= 0 ? [...this.#recents.slots] : [];
  }

  use(key: string): void {
    this.#recents.use(key);
    this.#version++;
    this.#view.write(
      'recents',
      this.#recents.slots.map((slot) => slot ?? ''),
    );
  }
}

/** A new case begins with the tags that have codebook keys. */
function firstSlots(model: CaseModel): string[] {
  return [...model.table('tag').values()]
    .filter(({ key }) => key !== undefined)
    .slice(0, SLOTS)
    .map(({ id }) => `tag:${id}`);
}
