import type { Point } from '../../../layout/layout.ts';
import type { Network } from '../../../queries/network.ts';
import { LETTERS } from '../../../scene/label.ts';
import { placeLineLabels } from '../../../scene/labels/along-lines.ts';
import { boxOf, type PlacedLabel } from '../../../scene/labels/complete.ts';
import { broadest } from '../../../scene/measure.ts';
import { laidHulls } from '../../../scene/hulls.ts';
import { inTheme, type CodebookLook } from '../../../scene/meaning.ts';
import { round } from '../../../scene/path.ts';
import { seenAt } from '../../../scene/scale.ts';
import { sceneOf, type SceneOptions } from '../../../scene/scene-of.ts';
import type { Scene, SceneEdge, SceneNode } from '../../../scene/scene.ts';
import { say } from '../../../words/say.ts';
import { cleanLine } from '../clean.ts';
import { bundledFamilies } from '../html/fonts.ts';
import { chooseNodes, type Choice } from './choose-nodes.ts';
import { drawEdge } from './draw-edge.ts';
import { drawHullLabel, drawHulls } from './draw-hull.ts';
import { drawLabel, drawLineLabel, drawNode } from './draw-node.ts';
import { drawLegend } from './legend.ts';
import {
  LEAST_HEIGHT,
  LEAST_LETTERS,
  MAX_HEIGHT,
  PAGE_HEIGHT,
  paper,
  WIDTH,
  zoomOf,
} from './paper.ts';
import { makeRoom } from './make-room.ts';
import { fillPage, findPositions, MARGIN } from './place-nodes.ts';
import { element } from './svg.ts';

/** How the codebook draws, and where the analyst put the actors. */
export interface FigureStyle {
  codebook: CodebookLook;
  /** Saved place of an actor, in CSS pixels. */
  position: (entity: string) => Point | undefined;
  /** The name that stands at an actor: a common abbreviation instead of a long name. */
  label: (entity: string) => string;
  /** Whether areas lie around the members of groups. */
  areas?: boolean;
}

/** A drawn network and what it leaves out. */
export interface NetworkFigure extends Pick<Choice, 'unconnected' | 'beyond' | 'edgesLeft'> {
  /** One `<svg>` element: no script, no style, no address, text as text. */
  svg: string;
  nodes: number;
  edges: number;
  /** Actors that carry an abbreviation in the drawing, in the order of the letters. */
  abbreviated: readonly { label: string; name: string }[];
}

const FONT = `Inter, 'Segoe UI', 'Helvetica Neue', Arial, 'Noto Sans', ${bundledFamilies}, sans-serif`;

/** Between the drawing and its legend. */
const KEY_GAP = 10;
/** Most sideways distance of a line from the straight one, in units: less than the margin of the drawing. */
const MOST_BEND = 30;

/** Size of letters on paper, in parts of what they have in the window: the same at every zoom. */
const PRINTED = LEAST_LETTERS / LETTERS.size;

/** Draws a network for print: the same network gives the same figure to the letter. */
export function networkFigure(network: Network, style: FigureStyle): NetworkFigure {
  const choice = chooseNodes(network);
  const zoom = zoomOf(choice.nodes.length);
  const options = optionsFor(style);
  const { positions, isFresh } = findPositions(choice, options, style.position);
  const memberships = style.areas ? { memberships: network } : {};
  const scene = seenAt(
    sceneOf(choice, positions, { ...options, ...memberships }),
    zoom,
    PRINTED / zoom,
  );
  const key = drawLegend(scene.legend);
  const room = Math.max(LEAST_HEIGHT, Math.min(MAX_HEIGHT, PAGE_HEIGHT - KEY_GAP - key.height));
  const { nodes, height } = fillPage(scene.nodes, room, isFresh);
  const labels = makeRoom(nodes, { width: WIDTH, height, margin: MARGIN });
  const total = Math.ceil(height + KEY_GAP + key.height);
  const svg = element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${WIDTH} ${total}`,
      width: WIDTH,
      height: total,
      role: 'img',
      'aria-label': say('report.drawing', {
        count: nodes.length,
        relations: scene.edges.length,
      }),
      'font-family': FONT,
    },
    ...drawScene({ ...scene, nodes }, labels, height),
    element('g', { transform: `translate(0 ${round(height + KEY_GAP)})` }, key.svg),
  );
  const { unconnected, beyond, edgesLeft } = choice;
  return {
    svg,
    nodes: nodes.length,
    edges: scene.edges.length,
    abbreviated: abbreviatedIn(nodes, style),
    unconnected,
    beyond,
    edgesLeft,
  };
}

function optionsFor({ codebook, label }: FigureStyle): SceneOptions {
  return {
    codebook,
    sizeBy: 'mentions',
    shortName: ({ id }) => cleanLine(label(id)),
    measure: broadest,
    mostBend: MOST_BEND / PRINTED,
  };
}

function drawScene(
  { nodes, edges, hulls }: Scene,
  labels: readonly PlacedLabel[],
  height: number,
): string[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const covered = [...nodes.map(boxOf), ...labels.map(({ box }) => box)];
  const lineLabels = placeLineLabels(edges, byId, {
    ...{ width: WIDTH, height, covered },
    measure: broadest,
  });
  // The nodes have moved since the scene was made.
  const areas = laidHulls(
    hulls,
    nodes,
    labels.map(({ box }) => box),
  );
  return [
    drawHulls(areas),
    ...edges.map((edge) => drawn(edge, byId)),
    ...lineLabels.map(drawLineLabel),
    ...areas.map(drawHullLabel),
    ...[...nodes].sort((a, b) => a.level - b.level).map(drawNode),
    ...labels.map(drawLabel),
  ];
}

function drawn(edge: SceneEdge, nodes: ReadonlyMap<string, SceneNode>): string {
  const [from, to] = [nodes.get(edge.from), nodes.get(edge.to)];
  if (!from || !to) return '';
  return drawEdge({ ...edge, from, to, colour: inTheme(edge.colour, paper) });
}

function abbreviatedIn(nodes: readonly SceneNode[], { label }: FigureStyle) {
  return nodes
    .map(({ id, name }) => ({ label: label(id), name }))
    .filter((one) => one.label !== one.name)
    .sort((a, b) => (a.label < b.label ? -1 : 1));
}
