import type { Place } from '../block-writer.ts';

/** A place in a text that is not written yet: where a note will begin that is referred to before. */
export class LatePlace implements Place {
  #real: Place | undefined;

  /** It is here. */
  settle(place: Place): void {
    this.#real ??= place;
  }

  get offset(): number {
    return this.#real?.offset ?? 0;
  }
}
