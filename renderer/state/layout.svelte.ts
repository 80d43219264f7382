import type { Json, ViewStore } from './view-store.ts';

export const centres = ['reader', 'split', 'network'] as const;
/** What stands in the middle. */
export type Centre = (typeof centres)[number];

export const railLists = ['documents', 'entities', 'tags', 'events', 'claims'] as const;
/** Which list stands on the left. */
export type RailList = (typeof railLists)[number];

/** Panels that lie over the workbench, one at a time. */
export type Panel =
  | 'palette'
  | 'keys'
  | 'settings'
  | 'properties'
  | 'history'
  | 'report'
  | 'protection'
  | 'backups'
  | 'check'
  | 'recovery';

/** How the workbench is arranged. Sizes are CSS pixels, `ratio` is the reader's share of the split. */
export class Layout {
  centre: Centre = $state('split');
  ratio = $state(0.56);
  rail: RailList = $state('documents');
  railOpen = $state(true);
  railWidth = $state(236);
  inspectorOpen = $state(true);
  inspectorWidth = $state(288);
  timelineOpen = $state(false);
  /** Reading size as a multiple of the size in the settings. */
  zoom = $state(1);
  panel: Panel | null = $state(null);

  readonly #store: ViewStore;

  constructor(store: ViewStore) {
    this.#store = store;
    const saved = store.read('layout');
    if (typeof saved === 'object' && saved !== null) this.#restore(saved as Record<string, Json>);
  }

  /** Writes the arrangement to the view state; call from an effect, which it then follows. */
  save(): void {
    const { centre, ratio, rail, railOpen, railWidth } = this;
    const { inspectorOpen, inspectorWidth, timelineOpen, zoom } = this;
    this.#store.write('layout', {
      centre,
      ratio,
      rail,
      railOpen,
      railWidth,
      inspectorOpen,
      inspectorWidth,
      timelineOpen,
      zoom,
    });
  }

  showRail(list: RailList): void {
    this.rail = list;
    this.railOpen = true;
  }

  #restore(saved: Record<string, Json>): void {
    this.centre = oneOf(centres, saved.centre) ?? this.centre;
    this.rail = oneOf(railLists, saved.rail) ?? this.rail;
    this.ratio = between(saved.ratio, 0.2, 0.8) ?? this.ratio;
    this.railWidth = between(saved.railWidth, 180, 480) ?? this.railWidth;
    this.inspectorWidth = between(saved.inspectorWidth, 220, 560) ?? this.inspectorWidth;
    this.zoom = between(saved.zoom, 0.6, 2.4) ?? this.zoom;
    this.railOpen = saved.railOpen !== false;
    this.inspectorOpen = saved.inspectorOpen !== false;
    this.timelineOpen = saved.timelineOpen === true;
  }
}

function oneOf<T extends string>(values: readonly T[], value: Json | undefined): T | undefined {
  return values.find((one) => one === value);
}

function between(value: Json | undefined, low: number, high: number): number | undefined {
  return typeof value === 'number' ? Math.min(high, Math.max(low, value)) : undefined;
}
