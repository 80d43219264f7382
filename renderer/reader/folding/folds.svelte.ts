import type { Region } from '#data/model/region.ts';
import type { Span } from '#data/text/finder.ts';
import { regionAt } from '#data/queries/without-regions.ts';

/** What of the open text is folded away, and which of it is open now. */
export class Folds {
  /** In reading order; they do not overlap. */
  regions: readonly Region[] = $state.raw([]);
  /** Whether what is folded away is shown unless it was closed by hand: the layer of regions. */
  shown = $state(false);
  /** Those that are the other way round than {@link shown} says. */
  #turned: ReadonlySet<string> = $state.raw(new Set());

  /** `before`: the folds of the same text as it was left; what was open stays so. */
  constructor(regions: readonly Region[] = [], before?: Folds) {
    this.regions = regions;
    if (!before) return;
    this.shown = before.shown;
    this.#turned = before.#turned;
  }

  isOpen(id: string): boolean {
    return this.shown !== this.#turned.has(id);
  }

  /** Opens or closes one; tells whether that changed anything. */
  set(id: string, open: boolean): boolean {
    if (this.isOpen(id) === open) return false;
    const turned = new Set(this.#turned);
    if (!turned.delete(id)) turned.add(id);
    this.#turned = turned;
    return true;
  }

  /** Opens all or closes all. */
  setAll(open: boolean): void {
    this.#turned = new Set(this.shown === open ? [] : this.regions.map(({ id }) => id));
  }

  /** Whether all of them are open, or none. */
  areAll(open: boolean): boolean {
    return this.regions.every(({ id }) => this.isOpen(id) === open);
  }

  /** Shows what is folded away, or not; what was opened or closed by hand is forgotten. */
  show(shown: boolean): void {
    this.shown = shown;
    this.#turned = new Set();
  }

  /** The region that an offset lies in. */
  at(offset: number): Region | undefined {
    return regionAt(this.regions, offset);
  }

  /** The closed region that hides an offset. */
  hiding(offset: number): Region | undefined {
    const region = this.at(offset);
    return region && !this.isOpen(region.id) ? region : undefined;
  }

  /** The closed regions that share a code unit with a range. */
  closedIn(range: Span): Region[] {
    return this.regions.filter(
      ({ id, start, end }) => end > range.start && start < range.end && !this.isOpen(id),
    );
  }

  /** Takes in what changed. */
  change(put: readonly Region[], gone: ReadonlySet<string>): void {
    const changed = new Set([...gone, ...put.map(({ id }) => id)]);
    const kept = this.regions.filter(({ id }) => !changed.has(id));
    this.regions = [...kept, ...put].sort((one, other) => one.start - other.start);
  }
}
