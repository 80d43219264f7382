import type { NetworkEdge, NetworkNode } from '../../../queries/network.ts';

/** Width of the drawing in its own units; on an A4 page one unit is about a quarter of a millimetre. */
export const WIDTH = 720;
/** Greatest height of the drawing, so that it fits a page with its caption. */
export const MAX_HEIGHT = 800;
/** Height that a page has for drawing and legend; a higher figure is scaled down to it in print. */
export const PAGE_HEIGHT = 855;
/** However long the legend is, the drawing may be as high as this. */
export const LEAST_HEIGHT = 420;

export interface Point {
  x: number;
  y: number;
}

/** A node with its place and size. */
export interface PlacedNode extends NetworkNode, Point {
  /** Half the width of the shape. */
  radius: number;
}

/**
 * Sizes of letters, in units. The least is 7.3 points on an A4 page: what is smaller cannot be read
 * in print without effort.
 */
export const LETTERS = { hub: 12.5, node: 10.5, edge: 10.5, legend: 10.5 };

/** An edge with both ends placed. */
export interface PlacedEdge {
  edge: NetworkEdge;
  from: PlacedNode;
  to: PlacedNode;
  /** Sideways bend, so that parallel edges are told apart; 0 is straight. */
  bend: number;
}

/** An axis-aligned rectangle. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** How a type of the codebook is drawn. */
export interface TypeStyle {
  name: string;
  colour: string;
  /** Cytoscape node shape; only of actors. */
  shape?: string;
}
