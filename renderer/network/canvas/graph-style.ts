import type { StylesheetJson } from 'cytoscape';
import { CHOSEN, LINE } from '#data/scene/label.ts';
import { starCorners } from '#data/scene/outlines.ts';
import type { Palette } from './palette.ts';

/**
 * How nodes and edges are drawn. What they look like comes from the scene, by way of their data
 * (`graph/elements.ts`, `looks.ts`); here is what the pointer, the selection and the theme add.
 */
export function graphStyle(palette: Palette): StylesheetJson {
  return [...nodeStyle(palette), ...edgeStyle(palette), ...emphasis(palette)];
}

function nodeStyle({ paper, ink, accent, font }: Palette): StylesheetJson {
  return [
    {
      selector: 'node',
      style: {
        shape: 'data(shape)' as 'ellipse',
        width: 'data(wide)',
        height: 'data(high)',
        'background-color': 'data(colour)',
        'border-width': 1.5,
        'border-color': paper,
        label: 'data(shown)',
        color: ink,
        'font-family': font,
        'font-size': 'data(fontSize)',
        'font-weight': 'data(weight)' as unknown as number,
        'text-valign': 'data(down)' as 'bottom',
        'text-halign': 'data(across)' as 'center',
        'text-margin-x': 'data(dx)' as unknown as number,
        'text-margin-y': 'data(dy)' as unknown as number,
        'text-wrap': 'wrap',
        // The scene has broken the lines.
        'text-max-width': '10000px',
        'line-height': LINE,
        'text-outline-color': paper,
        'text-outline-width': 2.5,
        'text-outline-opacity': 0.9,
        'min-zoomed-font-size': 5,
        'overlay-opacity': 0,
        'z-index': 'data(level)' as unknown as number,
      },
    },
    {
      selector: 'node[shape = "star"]',
      style: { shape: 'polygon', 'shape-polygon-points': starCorners.join(' ') },
    },
    {
      selector: 'node:selected',
      style: {
        'border-width': 2,
        'border-color': paper,
        'outline-width': 3,
        'outline-color': accent,
        'outline-offset': 1,
        'font-weight': CHOSEN,
        'z-index': 30,
      },
    },
  ];
}

function edgeStyle({ paper, font }: Palette): StylesheetJson {
  return [
    {
      selector: 'edge',
      style: {
        'curve-style': 'straight',
        width: 'data(thick)',
        'line-style': 'data(line)' as 'solid',
        'line-cap': 'data(cap)' as 'butt',
        'line-dash-pattern': 'data(dash)' as unknown as number[],
        'line-color': 'data(colour)',
        'line-opacity': 0.62,
        'target-arrow-shape': 'data(arrow)' as 'triangle',
        'target-arrow-color': 'data(colour)',
        'target-arrow-fill': 'data(fill)' as 'filled',
        'mid-target-arrow-shape': 'data(middle)' as 'tee',
        'mid-target-arrow-color': 'data(colour)',
        'arrow-scale': 0.85,
        label: 'data(label)',
        color: 'data(colour)',
        'font-family': font,
        'font-size': 'data(quiet)',
        'min-zoomed-font-size': 15,
        'text-rotation': 'autorotate',
        'text-outline-color': paper,
        'text-outline-width': 2.5,
        'overlay-opacity': 0,
      },
    },
    {
      selector: 'edge[bend != 0]',
      style: {
        'curve-style': 'unbundled-bezier',
        'control-point-distances': 'data(bend)' as unknown as number[],
        'edge-distances': 'node-position',
      },
    },
  ];
}

function emphasis({ accent, ink, dimInk, dimLine, dimFill }: Palette): StylesheetJson {
  return [
    // Opacity would take the words along: what steps back has colours of its own.
    {
      selector: 'node.faded',
      style: { 'background-opacity': dimFill, 'border-color': dimInk, color: dimInk },
    },
    {
      selector: 'edge.faded',
      style: {
        'line-opacity': 1,
        'line-color': dimLine,
        'target-arrow-color': dimLine,
        'mid-target-arrow-color': dimLine,
        color: dimInk,
      },
    },
    { selector: 'edge.lit', style: { 'line-opacity': 0.95, 'z-index': 20 } },
    {
      selector: 'node.lit',
      style: {
        'outline-width': 3,
        'outline-color': accent,
        'outline-opacity': 0.45,
        'outline-offset': 1,
        'z-index': 25,
      },
    },
    {
      selector: 'edge.hover, edge.chosen',
      style: {
        'line-opacity': 1,
        'underlay-color': accent,
        'underlay-opacity': 0.22,
        'underlay-padding': 4,
        'min-zoomed-font-size': 0,
        'font-size': 'data(fontSize)',
        'text-margin-y': -10,
        color: ink,
        'z-index': 40,
      },
    },
    { selector: 'edge.chosen', style: { 'underlay-opacity': 0.38 } },
    {
      selector: 'node.hover',
      style: { 'background-opacity': 1, color: ink, 'z-index': 50 },
    },
  ];
}
