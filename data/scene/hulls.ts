import { BoxGrid } from '../layout/box-grid.ts';
import type { Frame } from '../layout/frame.ts';
import type { Point } from '../layout/layout.ts';
import type { Network, NetworkNode } from '../queries/network.ts';
import { hullOf, type Stroke } from './hull.ts';
import { labelOf } from './label.ts';
import { boxOf } from './labels/complete.ts';
import type { Measure } from './measure.ts';
import { isMembership, typeColour, type CodebookLook } from './meaning.ts';
import type { HullLabel, SceneHull, SceneNode } from './scene.ts';
import type { Body } from './body.ts';

/** Room between an area and the nodes at its edge, in CSS pixels at zoom 1. */
const PADDING = 13;
/** Fewer members than this make no area. */
const LEAST = 2;
/** Where on a straight edge a name may have its middle, in parts of the edge, the best place first. */
const SPOTS = [0.5, 0.25, 0.75];

/** What areas are drawn by. */
export interface HullOptions {
  codebook: CodebookLook;
  shortName: (node: Pick<NetworkNode, 'id' | 'name'>) => string;
  measure: Measure;
}

/**
 * An area for every group of which at least two members are drawn, largest first, so that small ones
 * lie over large ones. The group itself may be out of the picture: then the area carries its name.
 * Cost: one pass over the relations, and n log n of each group.
 */
export function hullsOf(
  { nodes: all, edges }: Network,
  drawn: readonly SceneNode[],
  options: HullOptions,
): SceneHull[] {
  const nodes = new Map(drawn.map((node) => [node.id, node]));
  const groups = membersIn(edges, nodes);
  const fitted = all.flatMap((group) => {
    const members = groups.get(group.id);
    if (!members || members.size < LEAST) return [];
    const inside = nodes.has(group.id) ? members.add(group.id) : members;
    return [fit(emptyHull(group, [...inside], nodes, options), nodes)];
  });
  const ordered = fitted.sort((a, b) => b.area - a.area || (a.hull.id < b.hull.id ? -1 : 1));
  return named(ordered, drawn);
}

/** The area around its members as they stand now; a name stays near where it was. */
export function hullAround(hull: SceneHull, bodies: ReadonlyMap<string, Body>): SceneHull {
  const { hull: now, edges } = fit(hull, bodies);
  const { label } = now;
  return label ? { ...now, label: { ...label, ...nearest(spotsOn(edges), label) } } : now;
}

/** Areas around nodes that were moved or enlarged, with names off those nodes and what else is taken. */
export function laidHulls(
  hulls: readonly SceneHull[],
  nodes: readonly (Body & { id: string })[],
  taken: readonly Frame[] = [],
): SceneHull[] {
  const bodies = new Map(nodes.map((node) => [node.id, node]));
  return named(
    hulls.map((hull) => fit(hull, bodies)),
    nodes,
    taken,
  );
}

/** What the names at areas cover that have room. */
export const namesOf = (hulls: readonly SceneHull[]): Frame[] =>
  hulls.flatMap(({ label }) => (label?.free ? [boxOf(label)] : []));

/** Who is drawn of the members of each group. */
function membersIn(
  edges: Network['edges'],
  drawn: ReadonlyMap<string, unknown>,
): Map<string, Set<string>> {
  const groups = new Map<string, Set<string>>();
  for (const { from, to, type, status } of edges) {
    if (from === to || !isMembership(type, status) || !drawn.has(from)) continue;
    const members = groups.get(to);
    if (members) members.add(from);
    else groups.set(to, new Set([from]));
  }
  return groups;
}

function emptyHull(
  { id, name, type }: NetworkNode,
  members: readonly string[],
  drawn: ReadonlyMap<string, unknown>,
  { codebook, shortName, measure }: HullOptions,
): SceneHull {
  const label = () => ({
    ...labelOf(shortName({ id, name }), 0, measure),
    x: 0,
    y: 0,
    free: false,
  });
  return {
    id,
    name,
    members,
    colour: typeColour(codebook.entityTypes.get(type)),
    padding: PADDING,
    path: '',
    label: drawn.has(id) ? null : label(),
  };
}

/** An area with the edges that its name may stand on. */
interface Fit {
  hull: SceneHull;
  area: number;
  edges: readonly Stroke[];
}

function fit(hull: SceneHull, bodies: ReadonlyMap<string, Body>): Fit {
  const around = hull.members.flatMap((id) => bodies.get(id) ?? []);
  const { path, area, edges } = hullOf(around, hull.padding);
  return { hull: { ...hull, path }, area, edges };
}

/** Places for a name, the uppermost first. */
const spotsOn = (edges: readonly Stroke[]): Point[] =>
  SPOTS.flatMap((share) =>
    edges
      .map(([a, b]) => ({ x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share }))
      .sort((a, b) => a.y - b.y || a.x - b.x),
  );

function nearest(spots: readonly Point[], to: Point): Point | undefined {
  const far = ({ x, y }: Point) => Math.hypot(x - to.x, y - to.y);
  return spots.reduce<Point | undefined>(
    (best, spot) => (best && far(best) <= far(spot) ? best : spot),
    undefined,
  );
}

/** Names where they cover nothing: at the first spot that is free, else where they hide least. */
function named(
  fits: readonly Fit[],
  nodes: readonly (Body & { id: string })[],
  taken: readonly Frame[] = [],
): SceneHull[] {
  const hulls = fits.map(({ hull }) => hull);
  if (hulls.every(({ label }) => label === null)) return hulls;
  const grid = new BoxGrid();
  for (const node of nodes) grid.add(node.id, boxOf(node));
  for (const box of taken) grid.add('', box);
  return fits.map(({ hull, edges }) => {
    if (!hull.label) return hull;
    const label = { ...hull.label, ...freest(hull.id, hull.label, spotsOn(edges), grid) };
    if (label.free) grid.add(hull.id, boxOf(label));
    return { ...hull, label };
  });
}

function freest(id: string, size: HullLabel, spots: readonly Point[], grid: BoxGrid) {
  let [best, least]: [Point | undefined, number] = [undefined, Number.POSITIVE_INFINITY];
  for (const { x, y } of spots) {
    const hidden = grid.hides(id, boxOf({ ...size, x, y }));
    if (hidden < least) [best, least] = [{ x, y }, hidden];
    if (hidden === 0) break;
  }
  return { ...best, free: least === 0 };
}
