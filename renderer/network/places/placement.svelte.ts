import type { LayoutGraph, Places, Point } from '#data/queries/layout/layout.ts';
import { layoutValues } from '#data/queries/layout/layout.ts';
import { defaultLayout, layOut, layoutById } from '#data/queries/layout/registry.ts';
import { settleNew } from '#data/queries/layout/settle.ts';
import type { CaseModel } from '../../state/case-model.svelte.ts';
import { startLayout, type LayoutJob } from './layout-job.ts';

/** A layout at work, as the status shows it. */
export interface LayoutProgress {
  label: string;
  /** 0-1. */
  part: number;
}

/**
 * Where the actors stand. Saved places come from the case; actors without one get a place for the
 * time being, near their neighbours, which is saved with the next move or layout. Nothing that stands
 * is moved unless the analyst asks.
 */
export class Placement {
  /** Places nobody saved yet. */
  #passing: Places = $state.raw(new Map());
  /** Places on their way into the case, so that nodes do not jump back meanwhile. */
  #pending: Places = $state.raw(new Map());
  readonly #saved: Places = $derived.by(() => this.#readSaved());
  progress: LayoutProgress | null = $state.raw(null);
  /** Places of all actors that have one. */
  readonly places: Places = $derived(new Map([...this.#passing, ...this.#saved, ...this.#pending]));
  readonly #model: CaseModel;
  #job: LayoutJob | null = null;
  /** Actors that were placed when they had no relation yet. */
  readonly #loose = new Set<string>();

  constructor(model: CaseModel) {
    this.#model = model;
  }

  /** Gives every node of the graph a place; resolves when all have one. Saves nothing. */
  async complete(graph: LayoutGraph): Promise<void> {
    const known = new Map(this.places);
    for (const id of this.#newlyLinked(graph)) known.delete(id);
    const missing = graph.nodes.filter(({ id }) => !known.has(id));
    if (missing.length === 0 || this.#job) return;
    if (missing.length < graph.nodes.length) {
      this.#settle(graph, known);
      return;
    }
    const places = await this.#compute(defaultLayout(graph.nodes.length).id, graph, {});
    // Cancelled: the quickest layout, so that there is something to see.
    this.#pass(places ?? layOut(layoutById('columns', graph.nodes.length), graph));
  }

  /** Runs a layout; the places it finds, or null when it was cancelled. Saves nothing yet. */
  layOut(
    id: string,
    graph: LayoutGraph,
    chosen: Readonly<Record<string, number>>,
  ): Promise<Places | null> {
    this.cancel();
    return this.#compute(id, graph, chosen);
  }

  /**
   * Saves moved nodes as one step of undo, together with the places that were not saved yet, so that
   * the picture comes back as it was left.
   */
  async save(moved: Places): Promise<void> {
    const actors = this.#model.table('entity');
    const unsaved = [...this.#passing].filter(([id]) => !this.#saved.has(id));
    const all = new Map([...unsaved, ...moved].filter(([id]) => actors.has(id)));
    if (all.size === 0) return;
    this.#pending = new Map([...this.#pending, ...moved]);
    try {
      await this.#model.perform('position.set', {
        positions: [...all].map(([entity, { x, y }]) => ({ entity, x: round(x), y: round(y) })),
      });
    } finally {
      const rest = new Map(this.#pending);
      for (const [id, at] of moved) if (rest.get(id) === at) rest.delete(id);
      this.#pending = rest;
    }
  }

  /** Stops the layout that is running, if one is. */
  cancel(): void {
    this.#job?.cancel();
  }

  async #compute(
    id: string,
    graph: LayoutGraph,
    chosen: Readonly<Record<string, number>>,
  ): Promise<Places | null> {
    const layout = layoutById(id, graph.nodes.length);
    const values = layoutValues(layout, chosen);
    this.progress = { label: layout.label, part: 0 };
    const job = startLayout({ layout: id, graph, values }, (part) => {
      if (this.#job === job) this.progress = { label: layout.label, part };
    });
    this.#job = job;
    try {
      return await job.done;
    } finally {
      if (this.#job === job) [this.#job, this.progress] = [null, null];
    }
  }

  #settle(graph: LayoutGraph, known: Places): void {
    const settled = settleNew(graph.nodes, graph.edges, known);
    const linked = new Set(graph.edges.flatMap(({ from, to }) => [from, to]));
    for (const id of settled.keys()) {
      if (linked.has(id)) this.#loose.delete(id);
      else this.#loose.add(id);
    }
    this.#pass(settled);
  }

  /** Actors that came without a relation, stand aside since, and have one now. */
  #newlyLinked({ edges }: LayoutGraph): Set<string> {
    if (this.#loose.size === 0) return new Set();
    const ends = edges.flatMap(({ from, to }) => [from, to]);
    return new Set(ends.filter((id) => this.#loose.has(id) && !this.#saved.has(id)));
  }

  #pass(places: Places): void {
    this.#passing = new Map([...this.#passing, ...places]);
  }

  #readSaved(): Map<string, Point> {
    const saved = new Map<string, Point>();
    for (const { id, x, y } of this.#model.table('position').values()) {
      saved.set(id.slice(1), { x, y });
    }
    return saved;
  }
}

const round = (value: number): number => Math.round(value * 10) / 10;
