import type { NetworkState } from './network-state.svelte.ts';

/** Tells who has come into the case since the network was last drawn, and who only into the filter. */
export class Arrivals {
  readonly #net: NetworkState;
  /** Actors of the case that are drawn, or that the filter keeps away; null before the first drawing. */
  #known: Set<string> | null = null;

  constructor(net: NetworkState) {
    this.#net = net;
  }

  /** The actors that came since the last time and are drawn now. */
  since(drawn: readonly { id: string }[]): string[] {
    const { network, visible, model } = this.#net;
    const standing = new Set(drawn.map(({ id }) => id));
    const before = this.#known ?? new Set([...model.table('position').keys()].map(actorOf));
    const waiting = new Set(visible.nodes.map(({ id }) => id).filter((id) => !standing.has(id)));
    const all = network.nodes.map(({ id }) => id);
    this.#known = new Set(all.filter((id) => before.has(id) || !waiting.has(id)));
    return all.filter((id) => standing.has(id) && !before.has(id));
  }
}

const actorOf = (position: string): string => position.slice(1);
