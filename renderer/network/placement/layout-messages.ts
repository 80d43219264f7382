import type { LayoutGraph, Positions } from '#data/layout/layout.ts';

/** What the worker of layouts is asked. */
export interface LayoutRequest {
  /** Id of a layout of the registry. */
  layout: string;
  graph: LayoutGraph;
  values: Readonly<Record<string, number>>;
}

/** What it tells: how far it is (0-1), and at last the positions. */
export type LayoutAnswer = { progress: number } | { positions: Positions };
