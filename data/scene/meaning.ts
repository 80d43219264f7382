import type { EntityType, RelationType } from '../model/codebook.ts';
import type { RelationStatus } from '../model/relation.ts';
import type { NetworkNode } from '../queries/network.ts';
import { say } from '../words/say.ts';

/**
 * What stands for what in a drawing of the network: the one place that gives shapes, sizes, colours and
 * lines their meaning. The window, its legend and lists, and reports draw by it.
 */

/** What is drawn of a type of actor, and of a type of relation. */
export type ActorLook = Pick<EntityType, 'name' | 'plural' | 'shape' | 'colour' | 'colourDark'>;
export type RelationLook = Pick<RelationType, 'name' | 'directed' | 'colour' | 'colourDark'>;

/** Types by id, in the order of the codebook. */
export interface CodebookLook {
  entityTypes: ReadonlyMap<string, ActorLook>;
  relationTypes: ReadonlyMap<string, RelationLook>;
}

/** A colour by its role: that of a type, or one that the theme has for what is grey or in ink. */
export type Colour = Pick<ActorLook, 'colour' | 'colourDark'> | 'grey' | 'ink';

/** What a theme gives to a drawing. */
export interface Theme {
  dark: boolean;
  grey: string;
  ink: string;
}

/** A colour as the theme at hand has it, in CSS. */
export function inTheme(colour: Colour, theme: Theme): string {
  if (colour === 'grey' || colour === 'ink') return theme[colour];
  return theme.dark ? (colour.colourDark ?? colour.colour) : colour.colour;
}

/** Colour of a type; grey for what the codebook does not know (any more). */
export const typeColour = (type: ActorLook | RelationLook | undefined): Colour => type ?? 'grey';

/** What the size of a node can say: its words, as they follow “size” and “larger:”, and what a node weighs. */
interface SizeMeasure {
  by: string;
  larger: string;
  weight(node: NetworkNode): number;
}

/** Every measure by its id, which views are saved with, in the order in which they are offered. */
export const sizeMeasures = {
  mentions: {
    by: say('network.byMentions'),
    larger: say('network.largerMentions'),
    weight: ({ mentions = 0 }) => mentions,
  },
  links: {
    by: say('network.byLinks'),
    larger: say('network.largerLinks'),
    weight: ({ degree }) => degree,
  },
  same: { by: say('network.bySame'), larger: '', weight: () => 0.3 },
} as const satisfies Record<string, SizeMeasure>;

/** What the size of a node says. */
export type SizeBy = keyof typeof sizeMeasures;

/** Whether a word is the id of a measure. */
export const isSizeBy = (word: unknown): word is SizeBy =>
  typeof word === 'string' && Object.hasOwn(sizeMeasures, word);

/** What the width of a line says. */
export const THICKER = say('network.thicker');

/** What an area around nodes says. */
export const AREA = say('network.area');

/** How an area is painted in its colour: shares of opacity, and its line in CSS pixels. */
export const areaPaint = { fill: 0.08, line: 0.6, width: 1.25 } as const;

/** So many areas have their full colour; among more of them each is fainter, as they overlap. */
const FEW = 8;

/** Share of its colour that each of so many areas is filled with. */
export const areaFill = (count: number): number =>
  areaPaint.fill * Math.sqrt(Math.min(1, FEW / Math.max(1, count)));

/** Types of relations that lead from a member to its group, by their ids in the codebook. */
const membershipTypes: ReadonlySet<string> = new Set(['member-of']);

/**
 * Whether a relation puts its first actor into the area of the second. An area cannot say that
 * something is planned, disputed, denied or over, as a line can: only what is plainly asserted counts.
 */
export const isMembership = (type: string, status: RelationStatus): boolean =>
  status === 'asserted' && membershipTypes.has(type);

/** How much a node weighs in a network whose sizes say this. */
export const weightOf = (node: NetworkNode, sizeBy: SizeBy): number =>
  sizeMeasures[sizeBy].weight(node);

/** Diameter of a node in CSS pixels: its area grows with its weight. */
export function diameter(weight: number, heaviest: number): number {
  return Math.round(20 + 26 * Math.sqrt(heaviest > 0 ? weight / heaviest : 0));
}

/** Shapes that look small beside a circle of the same diameter, and by how much they grow. */
const grown: Readonly<Record<string, number>> = {
  star: 1.3,
  diamond: 1.2,
  triangle: 1.22,
  'round-triangle': 1.22,
  vee: 1.25,
};
const flat = new Set(['round-rectangle', 'cut-rectangle', 'rectangle', 'barrel', 'tag']);

/** Width and height of a shape that looks as large as a circle of that diameter. */
export function bodySize(shape: string, across: number): { width: number; height: number } {
  const size = across * (grown[shape] ?? 1);
  return flat.has(shape)
    ? { width: size * 1.12, height: size * 0.86 }
    : { width: size, height: size };
}

/** Width of a line in CSS pixels by the number of independent origins that carry it. */
export function lineWidth(origins: number): number {
  return Math.min(6.5, 0.8 + 1.1 * Math.max(1, origins));
}

/** How a line is drawn. */
export interface LineStyle {
  /** Strokes and gaps, in widths of the line; absent: an unbroken line. */
  dash?: readonly [number, number];
  /** Strokes are dots. */
  round?: true;
  /** The head of its arrow is an outline. */
  hollow?: true;
  /** Crossed out in the middle. */
  crossed?: true;
  /** Grey, whatever its type. */
  grey?: true;
}

/** How a relation's status is drawn. */
export const lineStyles: Readonly<Record<RelationStatus, LineStyle>> = {
  asserted: {},
  planned: { dash: [0.02, 1.9], round: true, hollow: true },
  disputed: { dash: [3.4, 2.4] },
  denied: { dash: [1.5, 1.9], crossed: true, grey: true },
  ended: { grey: true },
};

/** The head of an arrow. */
export type Arrow = 'none' | 'filled' | 'hollow';

/** The head at the end of a relation. */
export function arrowOf(directed: boolean, status: RelationStatus): Arrow {
  if (!directed) return 'none';
  return lineStyles[status].hollow ? 'hollow' : 'filled';
}

/** What a status is called beside its line. */
export const statusLabels: Readonly<Record<RelationStatus, string>> = {
  asserted: say('network.asserted'),
  planned: say('network.planned'),
  disputed: say('network.disputed'),
  denied: say('network.denied'),
  ended: say('network.ended'),
};

/** Below this width, strokes and gaps do not get shorter: they could not be told apart. */
const FINE = 1.6;

/** Strokes and gaps of a line of that width, in the unit of the width; empty for an unbroken line. */
export function dashOf({ dash }: LineStyle, width: number): number[] {
  return (dash ?? []).map((part) => Math.round(part * Math.max(FINE, width) * 100) / 100);
}

/** Colour of a relation: that of its type, unless its status takes it away. */
export function relationColour(type: RelationLook | undefined, status: RelationStatus): Colour {
  return lineStyles[status].grey ? 'grey' : typeColour(type);
}
