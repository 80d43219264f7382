import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationNodeDatum,
} from 'd3-force';
import { say } from '../words/say.ts';
import { centred } from './frame.ts';
import type { Layout, LayoutNode, Point } from './layout.ts';
import { makeRoom, separate } from './overlap.ts';

const TICKS = 300;

interface Body extends SimulationNodeDatum {
  node: LayoutNode;
}

/**
 * Springs and repulsion (d3-force, Barnes-Hut). Shows clusters, and stays quick for thousands of
 * nodes. d3 starts on a spiral and brings its own fixed random numbers, so the result repeats.
 */
export const force: Layout = {
  id: 'force',
  label: say('network.force'),
  description: say('network.forceHint'),
  parameters: [
    { id: 'length', label: say('network.forceLength'), min: 30, max: 300, step: 10, initial: 90 },
    {
      id: 'repulsion',
      label: say('network.forceRepulsion'),
      min: 50,
      max: 2000,
      step: 50,
      initial: 600,
    },
    {
      id: 'gravity',
      label: say('network.forceGravity'),
      min: 0,
      max: 0.3,
      step: 0.01,
      initial: 0.06,
    },
  ],
  *run({ nodes, edges, aspect }, { length = 90, repulsion = 600, gravity = 0.06 }) {
    const bodies: Body[] = nodes.map((node) => ({ node }));
    const known = new Map(bodies.map((one) => [one.node.id, one]));
    const links = edges.flatMap(({ from, to }) => {
      const [source, target] = [known.get(from), known.get(to)];
      return source && target && source !== target ? [{ source, target }] : [];
    });
    // A weaker pull along the longer side lets the picture fill the pane.
    const simulation = forceSimulation(bodies)
      .force('link', forceLink(links).distance(length))
      .force(
        'charge',
        forceManyBody()
          .strength(-repulsion)
          .distanceMax(length * 12),
      )
      .force('x', forceX(0).strength(gravity / Math.max(1, aspect)))
      .force('y', forceY(0).strength(gravity * Math.min(1, aspect)))
      .force(
        'room',
        forceCollide<Body>(({ node }) => node.width * 0.4),
      )
      .stop();
    simulation.alphaDecay(1 - 0.001 ** (1 / TICKS));
    for (let tick = 0; tick < TICKS; tick++) {
      if (tick % 5 === 0) yield (tick / TICKS) * 0.95;
      simulation.tick();
    }
    const positions = new Map(bodies.map(({ node, x, y }) => [node.id, point(x, y)]));
    return centred(nodes, separate(nodes, makeRoom(nodes, positions)));
  },
};

const point = (x = 0, y = 0): Point => ({ x, y });
