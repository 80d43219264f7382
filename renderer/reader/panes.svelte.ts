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

/** Code units by which the top of the text may change while its rows are measured, and nobody scrolled. */
const SLACK = 8;

/** The views of the open text: its own pane, and the pages of its original while they are shown. */
export class Panes {
  other: Surface | null = $state.raw(null);
  /** Where words were selected last. */
  side: Side = $state('text');
  /** The offset at the top of the text that the other view needs not be told of any more. */
  #told = 0;
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

  /** The program put the text where it is: the other view does not go along. */
  put(): void {
    this.#told = this.#geometry.topLine();
  }

  /** The text was scrolled, whoever did it, or what was passed is measured: the other view goes along with a person. */
  scrolled(): void {
    const offset = this.#geometry.topLine();
    if (Math.abs(offset - this.#told) <= SLACK) return;
    this.#told = offset;
    this.other?.align(offset);
  }

  /** Gives that pane the keys. */
  focus(): void {
    this.current?.focus({ preventScroll: true });
  }
}
