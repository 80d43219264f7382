import type { LayoutEdge, Point, Positions } from '#data/layout/layout.ts';

/** An actor that stands nearer than this to its first neighbour need not go there, in CSS pixels. */
const REACH = 200;

/** Actors that came without a relation: with their first one they may go to where they belong. */
export class Newcomers {
  /** Where they were put, until they are linked or somebody moves them. */
  readonly #put = new Map<string, Point>();

  /** Notes who of those that were just placed has no relation. */
  settled(positions: Positions, edges: readonly LayoutEdge[]): void {
    const linked = new Set(edges.flatMap(({ from, to }) => [from, to]));
    for (const [id, at] of positions) if (!linked.has(id)) this.#put.set(id, at);
  }

  /** Whoever was moved by the analyst stays. */
  forget(ids: Iterable<string>): void {
    for (const id of ids) this.#put.delete(id);
  }

  /**
   * Those that have their first relation now, with somebody far away. Of two newcomers one stays; and
   * so does who was moved meanwhile. They are newcomers no more.
   */
  joining(edges: readonly LayoutEdge[], positions: Positions): Set<string> {
    const joining = new Set<string>();
    if (this.#put.size === 0) return joining;
    for (const { from, to } of edges) {
      const [end, other] = this.#stands(to, positions) ? [to, from] : [from, to];
      const [at, there] = [positions.get(end), positions.get(other)];
      if (!at || !there || joining.has(other) || !this.#stands(end, positions)) continue;
      if (Math.hypot(at.x - there.x, at.y - there.y) > REACH) joining.add(end);
    }
    this.forget(edges.flatMap(({ from, to }) => [from, to]));
    return joining;
  }

  /** Whether it stands where it was put. */
  #stands(id: string, positions: Positions): boolean {
    const [put, at] = [this.#put.get(id), positions.get(id)];
    return put !== undefined && put.x === at?.x && put.y === at.y;
  }
}
