import type { Positions } from '#data/layout/layout.ts';
import { layoutById } from '#data/layout/registry.ts';
import { say } from '#data/words/say.ts';
import { glideTime } from './motion.ts';
import type { NetworkControl } from './network-control.svelte.ts';
import { align, distribute, shift, type Alignment } from './placement/align.ts';

/** Above this many nodes a layout appears at once: gliding would stutter. */
const MANY = 400;
/** How long keys may rest before a nudge is saved, in ms: one step of undo for a row of presses. */
const PAUSE = 500;

/** Everything that moves actors because the analyst asked. Each is one step of undo. */
export class Arrangement {
  readonly #control: NetworkControl;
  #nudged: Positions | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(control: NetworkControl) {
    this.#control = control;
  }

  /** Lays out what is on screen, glides there and saves it. */
  async layOut(id: string, values: Readonly<Record<string, number>> = {}): Promise<void> {
    const { net, notices, canvas } = this.#control;
    await notices.attempt(async () => {
      const positions = await net.placement.layOut(id, net.graph, values);
      if (!positions) return;
      const duration = positions.size > MANY ? 0 : glideTime(450);
      this.#control.sight.show(duration, positions);
      await canvas?.glide(positions, duration);
      await net.placement.save(positions);
      notices.say(say('networkPane.laid-out', { layout: layoutById(id, positions.size).label }), {
        label: say('networkPane.undo'),
        run: () => notices.attempt(() => net.model.perform('undo', {})),
      });
    });
  }

  align(how: Alignment): void {
    this.#place(align(this.#chosenPositions(), how));
  }

  distribute(axis: 'x' | 'y'): void {
    this.#place(distribute(this.#chosenPositions(), axis));
  }

  /** Moves the selected actors a little; saved when the keys rest. */
  nudge(dx: number, dy: number): void {
    const from = this.#nudged ?? this.#chosenPositions();
    if (from.size === 0) return;
    this.#nudged = shift(from, dx, dy);
    void this.#control.canvas?.glide(this.#nudged, 0);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.flush(), PAUSE);
  }

  /** Saves a nudge that is waiting. */
  flush(): void {
    clearTimeout(this.#timer);
    const positions = this.#nudged;
    this.#nudged = null;
    if (positions) this.#control.moved(positions);
  }

  #place(positions: Positions): void {
    void this.#control.canvas?.glide(positions, glideTime(200));
    this.#control.moved(positions);
  }

  #chosenPositions(): Positions {
    const chosen = new Set(this.#control.chosen);
    return new Map([...this.#control.shown].filter(([id]) => chosen.has(id)));
  }
}
