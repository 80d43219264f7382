import type { Point } from '../layout/layout.ts';
import type { RelationStatus } from '../model/relation.ts';
import type { Body } from './body.ts';
import type { Label } from './label.ts';
import type { Legend } from './legend.ts';
import type { Arrow, Colour } from './meaning.ts';

/** An actor as it is drawn. Lengths in CSS pixels at zoom 1. */
export interface SceneNode extends Body {
  id: string;
  name: string;
  /** Name of its type. */
  type: string;
  /** Number of its relations in the case. */
  degree: number;
  /** A shape of {@link knownShape}. */
  shape: string;
  colour: Colour;
  label: Label;
  /** What has a higher level lies over what has a lower one. */
  level: number;
}

/** A relation as it is drawn, from one node to another. Lengths in CSS pixels at zoom 1. */
export interface SceneEdge {
  id: string;
  from: string;
  to: string;
  /** How far its middle is off the straight line, to the left of who looks along it; 0 is straight. */
  bend: number;
  width: number;
  status: RelationStatus;
  colour: Colour;
  /** The head at its end. */
  arrow: Arrow;
  /** Name of the relation, with its status where that is not plain. */
  label: { text: string; size: number };
}

/** The name at an area, with its middle on the area's edge. */
export interface HullLabel extends Label, Point {
  /** Whether it covers no node and no other name. */
  free: boolean;
}

/** The area around the members of a group. Lengths in CSS pixels at zoom 1. */
export interface SceneHull {
  /** Of the group, an actor. */
  id: string;
  /** Whole name of the group. */
  name: string;
  /** Ids of the nodes that it lies around: members, and the group itself where that is drawn. */
  members: readonly string[];
  /** That of the group. */
  colour: Colour;
  /** Room between its edge and the nodes. */
  padding: number;
  /** Its outline, as the data of an SVG path. */
  path: string;
  /** Name of a group that is not drawn itself. */
  label: HullLabel | null;
}

/** All that is seen of a network: what the window, a report and a print draw, each in its own way. */
export interface Scene {
  nodes: readonly SceneNode[];
  edges: readonly SceneEdge[];
  /** Under all others; the largest first. Empty unless they were asked for. */
  hulls: readonly SceneHull[];
  legend: Legend;
}
