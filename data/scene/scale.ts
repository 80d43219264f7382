import type { Label } from './label.ts';
import { laidHulls } from './hulls.ts';
import { bodyScale } from './zoom-scale.ts';
import type { Scene, SceneEdge, SceneHull, SceneNode } from './scene.ts';

/** A node drawn with letters so many times as large; it stands where it stood. */
export function enlargedNode(node: SceneNode, letters: number): SceneNode {
  const body = bodyScale(letters);
  return {
    ...node,
    width: node.width * body,
    height: node.height * body,
    label: enlargedLabel(node.label, letters),
  };
}

/** A line drawn with letters so many times as large. */
export function enlargedEdge(edge: SceneEdge, letters: number): SceneEdge {
  return {
    ...edge,
    bend: edge.bend * letters,
    width: edge.width * bodyScale(letters),
    label: { ...edge.label, size: edge.label.size * letters },
  };
}

/** The areas of a scene drawn with letters so many times as large. */
export function enlargedHulls({ nodes, hulls }: Scene, letters: number): SceneHull[] {
  if (hulls.length === 0) return [];
  const enlarged = nodes.map((node) => enlargedNode(node, letters));
  return laidHulls(
    hulls.map((hull) => scaledHull(hull, bodyScale(letters), letters)),
    enlarged,
  );
}

/** A scene as it is seen at a zoom, with letters enlarged before: all lengths in pixels of the picture. */
export function seenAt(scene: Scene, zoom: number, letters: number): Scene {
  const nodes = scene.nodes.map((node) => zoomedNode(enlargedNode(node, letters), zoom));
  const hulls = scene.hulls.map((hull) =>
    scaledHull(hull, bodyScale(letters) * zoom, letters * zoom),
  );
  return {
    ...scene,
    nodes,
    hulls: laidHulls(hulls, nodes),
    edges: scene.edges.map((edge) => zoomedEdge(enlargedEdge(edge, letters), zoom)),
  };
}

function zoomedNode(node: SceneNode, zoom: number): SceneNode {
  return {
    ...node,
    x: node.x * zoom,
    y: node.y * zoom,
    width: node.width * zoom,
    height: node.height * zoom,
    label: enlargedLabel(node.label, zoom),
  };
}

function zoomedEdge(edge: SceneEdge, zoom: number): SceneEdge {
  return {
    ...edge,
    bend: edge.bend * zoom,
    width: edge.width * zoom,
    label: { ...edge.label, size: edge.label.size * zoom },
  };
}

function scaledHull(hull: SceneHull, bodies: number, letters: number): SceneHull {
  const { padding, label } = hull;
  return {
    ...hull,
    padding: padding * bodies,
    label: label && { ...label, ...enlargedLabel(label, letters) },
  };
}

function enlargedLabel(label: Label, times: number): Label {
  return {
    ...label,
    size: label.size * times,
    width: label.width * times,
    height: label.height * times,
    reach: label.reach * times,
  };
}
