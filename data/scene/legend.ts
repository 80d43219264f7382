import { RelationStatus } from '../model/relation.ts';
import type { Network } from '../queries/network.ts';
import {
  lineStyles,
  statusLabels,
  typeColour,
  weightOf,
  type ActorLook,
  type CodebookLook,
  type Colour,
  type RelationLook,
  type SizeBy,
} from './meaning.ts';
import { knownShape } from './outlines.ts';

/** One line of the legend. */
export interface LegendEntry {
  id: string;
  /** What many of them are called, and what one is called. */
  label: string;
  name: string;
  /** How many are in the picture. */
  count: number;
  /** Switched off by the person; named so that it can be switched on again. */
  off: boolean;
  colour: Colour;
}

/** A kind of node: its shape is the sample. */
export interface ActorEntry extends LegendEntry {
  shape: string;
}

/** A kind of line, or a status. */
export interface LineEntry extends LegendEntry {
  directed: boolean;
  status: RelationStatus;
}

/** What the marks of a picture mean: only what is in it, and what was switched off. */
export interface Legend {
  actors: ActorEntry[];
  relations: LineEntry[];
  /** Empty while all is plainly asserted. */
  statuses: LineEntry[];
  /** What sizes say, if some nodes are larger than others. */
  sizes: SizeBy | null;
  /** Whether some lines are wider than others. */
  widths: boolean;
  /** Whether there are areas around members of groups. */
  areas: boolean;
}

/** What was switched off, and the network that it was taken from. */
export interface Switched {
  whole: Network;
  off: {
    types: ReadonlySet<string>;
    relations: ReadonlySet<string>;
    statuses: ReadonlySet<RelationStatus>;
  };
}

/** The legend of a picture, in the order of the codebook. Cost: one pass over nodes and edges. */
export function legendOf(
  { nodes, edges }: Network,
  { entityTypes, relationTypes }: CodebookLook,
  { sizeBy, switched, areas = false }: { sizeBy: SizeBy; switched?: Switched; areas?: boolean },
): Legend {
  const [all, off] = [switched?.whole, switched?.off];
  const weights = new Set(nodes.map((node) => weightOf(node, sizeBy)));
  return {
    actors: entries(
      tally(nodes, ({ type }) => type),
      offIn(off?.types, all?.nodes, ({ type }) => type),
      entityTypes,
      actorEntry,
    ),
    relations: entries(
      tally(edges, ({ type }) => type),
      offIn(off?.relations, all?.edges, ({ type }) => type),
      relationTypes,
      relationEntry,
    ),
    statuses: statusEntries(
      tally(edges, ({ status }) => status),
      offIn(off?.statuses, all?.edges, ({ status }) => status),
    ),
    sizes: weights.size > 1 ? sizeBy : null,
    widths: new Set(edges.map(({ origins }) => Math.max(1, origins))).size > 1,
    areas,
  };
}

type Counted = Pick<LegendEntry, 'id' | 'count' | 'off'>;

function actorEntry(counted: Counted, type: ActorLook | undefined): ActorEntry {
  const name = type?.name ?? counted.id;
  const shape = knownShape(type?.shape ?? 'ellipse');
  return { ...counted, label: type?.plural ?? name, name, colour: typeColour(type), shape };
}

function relationEntry(counted: Counted, type: RelationLook | undefined): LineEntry {
  const name = type?.name ?? counted.id;
  const directed = type?.directed ?? true;
  return { ...counted, label: name, name, colour: typeColour(type), directed, status: 'asserted' };
}

function statusEntries(shown: ReadonlyMap<string, number>, off: ReadonlySet<string>): LineEntry[] {
  const statuses = RelationStatus.options.filter((status) => shown.has(status) || off.has(status));
  if (statuses.every((status) => status === 'asserted' && !off.has(status))) return [];
  return statuses.map((status) => ({
    id: status,
    label: statusLabels[status],
    name: statusLabels[status],
    count: shown.get(status) ?? 0,
    off: off.has(status),
    colour: lineStyles[status].grey ? 'grey' : 'ink',
    directed: true,
    status,
  }));
}

/** Entries for what is shown or switched off: the codebook's in its order, then what it does not know. */
function entries<Look, Entry>(
  shown: ReadonlyMap<string, number>,
  off: ReadonlySet<string>,
  codebook: ReadonlyMap<string, Look>,
  entry: (counted: Counted, look: Look | undefined) => Entry,
): Entry[] {
  const ids = new Set([...codebook.keys(), ...shown.keys(), ...off]);
  return [...ids]
    .filter((id) => shown.has(id) || off.has(id))
    .map((id) => entry({ id, count: shown.get(id) ?? 0, off: off.has(id) }, codebook.get(id)));
}

/** What was switched off and is in the case. */
function offIn<T>(
  off: ReadonlySet<string> | undefined,
  all: readonly T[] | undefined,
  key: (item: T) => string,
): Set<string> {
  return new Set((all ?? []).map(key).filter((id) => off?.has(id)));
}

function tally<T>(items: readonly T[], key: (item: T) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1);
  return counts;
}
