import type { Point } from '../queries/layout/layout.ts';
import type { RelationStatus } from '../model/relation.ts';
import type { Label } from './label.ts';
import type { Legend } from './legend.ts';
import type { Arrow, Colour } from './meaning.ts';

/** Something with a centre and a size. */
export interface Body extends Point {
  width: number;
  height: number;
}

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

/** All that is seen of a network: what the window, a report and a print draw, each in its own way. */
export interface Scene {
  nodes: readonly SceneNode[];
  edges: readonly SceneEdge[];
  legend: Legend;
}
