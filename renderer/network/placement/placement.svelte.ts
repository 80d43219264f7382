import type { LayoutGraph, Point, Positions } from '#data/layout/layout.ts';
import { layoutValues } from '#data/layout/layout.ts';
import { defaultLayout, layOut, layoutById } from '#data/layout/registry.ts';
import { settleNew } from '#data/layout/settle.ts';
import type { CaseModel } from '../../state/case-model.svelte.ts';
import { Newcomers } from './newcomers.ts';
import { startLayout, type LayoutJob } from './layout-job.ts';

/** A layout at work, as the status shows it. */
export interface LayoutProgress {
  label: string;
  /** 0-1. */
  part: number;
}

/**
 * Where the actors stand. Saved positions come from the case; actors without one get a position near their
 * neighbours, which is saved soon, past the undo of the analyst. Nothing that stands is moved unless
 * the analyst asks.
 */
export class Placement {
  /** Positions nobody saved yet. */
  #passing: Positions = $state.raw(new Map());
  /** New positions of actors that went to their first neighbour, until they are saved. */
  #joined: Positions = $state.raw(new Map());
  /** Positions on their way into the case, so that nodes do not jump back meanwhile. */
  #pending: Positions = $state.raw(new Map());
  readonly #saved: Positions = $derived.by(() => this.#readSaved());
  progress: LayoutProgress | null = $state.raw(null);
  /** Positions of all actors that have one. */
  readonly positions: Positions = $derived(
    new Map([...this.#passing, ...this.#saved, ...this.#joined, ...this.#pending]),
  );
  readonly #model: CaseModel;
  #job: LayoutJob | null = null;
  readonly #newcomers = new Newcomers();
  /** Positions that are being saved for the first time. */
  #keeping: Positions = new Map();
  /** Whether more may have to be saved after that. */
  #more = false;

  constructor(model: CaseModel) {
    this.#model = model;
  }

  /**
   * Gives every node of the graph a position; resolves when all have one. Saves nothing. Actors without
   * neighbours settle near `aside`, if that is given.
   */
  async complete(graph: LayoutGraph, aside?: Point): Promise<void> {
    const { positions } = this;
    const isNew = positions.size === 0 || !graph.nodes.some(({ id }) => positions.has(id));
    if (this.#job || graph.nodes.length === 0) return;
    if (!isNew) {
      this.#settle(graph, aside);
      return;
    }
    const found = await this.#compute(defaultLayout(graph.nodes.length).id, graph, {});
    // Cancelled: the quickest layout, so that there is something to see.
    this.#pass(found ?? layOut(layoutById('columns', graph.nodes.length), graph));
  }

  /**
   * Saves the positions that were found, so that the picture is the same tomorrow; undo passes over it. A
   * case that cannot be written is left alone. Throws what the desktop refuses.
   */
  async keep(): Promise<void> {
    this.#more = true;
    if (this.#keeping.size > 0) return;
    while (this.#more && this.#model.store.mode === 'writable') {
      this.#more = false;
      const found = new Map([...this.#unsaved(), ...this.#joined]);
      if (found.size > 0) await this.#keepThese(found);
    }
  }

  /** Runs a layout; the positions it finds, or null when it was cancelled. Saves nothing yet. */
  layOut(
    id: string,
    graph: LayoutGraph,
    chosen: Readonly<Record<string, number>>,
  ): Promise<Positions | null> {
    this.cancel();
    return this.#compute(id, graph, chosen);
  }

  /**
   * Saves moved nodes as one step of undo, together with the positions that were not saved yet, so that
   * the picture comes back as it was left.
   */
  async save(moved: Positions): Promise<void> {
    const actors = this.#model.table('entity');
    const unsaved = without(this.#unsaved(), this.#keeping);
    const all = new Map([...unsaved, ...moved].filter(([id]) => actors.has(id)));
    if (all.size === 0) return;
    this.#newcomers.forget(moved.keys());
    this.#joined = new Map([...this.#joined].filter(([id]) => !moved.has(id)));
    this.#pending = new Map([...this.#pending, ...moved]);
    try {
      await this.#model.perform('position.set', { positions: plain(all) });
    } finally {
      this.#pending = without(this.#pending, moved);
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
  ): Promise<Positions | null> {
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

  async #keepThese(found: Positions): Promise<void> {
    this.#keeping = found;
    try {
      await this.#model.perform('position.set', { positions: plain(found), first: true });
    } finally {
      this.#keeping = new Map();
      this.#joined = without(this.#joined, found);
    }
  }

  #settle(graph: LayoutGraph, aside?: Point): void {
    const known = new Map(this.positions);
    const joining = this.#newcomers.joining(graph.edges, known);
    if (joining.size === 0 && graph.nodes.every(({ id }) => known.has(id))) return;
    for (const id of joining) known.delete(id);
    const settled = settleNew(graph.nodes, graph.edges, known, aside);
    this.#newcomers.settled(settled, graph.edges);
    const joined = [...settled].filter(([id]) => joining.has(id) && this.#saved.has(id));
    this.#joined = new Map([...this.#joined, ...joined]);
    this.#pass(settled);
  }

  /** Positions of actors of the case that nobody saved yet. */
  #unsaved(): Positions {
    const actors = this.#model.table('entity');
    return new Map([...this.#passing].filter(([id]) => actors.has(id) && !this.#saved.has(id)));
  }

  #pass(positions: Positions): void {
    this.#passing = new Map([...this.#passing, ...positions]);
  }

  #readSaved(): Map<string, Point> {
    const saved = new Map<string, Point>();
    for (const { id, x, y } of this.#model.table('position').values()) {
      saved.set(id.slice(1), { x, y });
    }
    return saved;
  }
}

/** Positions as an operation takes them: to a tenth of a pixel. */
const plain = (positions: Positions) =>
  [...positions].map(([entity, { x, y }]) => ({ entity, x: round(x), y: round(y) }));

/** The positions that are not the very same ones as in `gone`. */
const without = (positions: Positions, gone: Positions): Positions =>
  new Map([...positions].filter(([id, at]) => gone.get(id) !== at));

const round = (value: number): number => Math.round(value * 10) / 10;
