import type { Area } from '#data/model/highlight.ts';
import type { Flow } from './flow.svelte.ts';
import type { Side, Surface } from './surface.ts';
import type { TextGeometry } from './text-geometry.ts';

/** Words of the open text, or a rectangle of its original. */
interface Shown {
  start: number;
  end: number;
  area?: Area | undefined;
}

/** The views of the open text: its own pane, and the pages of its original while they are shown. */
export class Panes {
  other: Surface | null = $state.raw(null);
  /** Where words were selected last. */
  side: Side = $state('text');
  readonly #flow: Flow;
  readonly #geometry: TextGeometry;

  constructor(flow: Flow, geometry: TextGeometry) {
    this.#flow = flow;
    this.#geometry = geometry;
  }

  /** What shows the selected words: the pane that they were selected in, while it is there. */
  get current(): HTMLElement | undefined {
    const text = this.#flow.scroller ?? undefined;
    const original = this.other?.pane;
    return this.side === 'original' ? (original ?? text) : (text ?? original);
  }

  /** Boxes of words, or of a rectangle, in that pane, in viewport coordinates. */
  boxesOf({ start, end, area }: Shown): DOMRect[] {
    if (!this.other || this.current !== this.other.pane) return this.#geometry.boxes(start, end);
    const box = area && this.other.areaBox(area);
    return box ? [box] : this.other.boxes(start, end);
  }

  /** Gives that pane the keys. */
  focus(): void {
    this.current?.focus({ preventScroll: true });
  }
}
