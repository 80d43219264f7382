import { tick } from 'svelte';
import type { Command } from '../state/commands.svelte.ts';
import { railLists, type Centre, type Layout, type RailList } from '../state/layout.svelte.ts';

const centreTitles: Record<Centre, string> = {
  reader: 'Show the reader',
  split: 'Show reader and network side by side',
  network: 'Show the network',
};
const railTitles: Record<RailList, string> = {
  documents: 'List the documents',
  entities: 'List the actors',
  tags: 'List the tags',
  events: 'List the events',
  claims: 'List the claims',
};
const zooms = { least: 0.6, most: 2.4, step: 1.1 };

/** Arranging the workbench: what stands where, and how large. */
export function layoutCommands(layout: Layout): Command[] {
  const scale = (factor: number) => {
    layout.zoom = Math.min(zooms.most, Math.max(zooms.least, factor));
  };
  return [
    ...Object.entries(centreTitles).map(([centre, title], i): Command => ({
      id: `view.${centre}`,
      title,
      group: 'View',
      keys: [`Ctrl+${i + 1}`],
      run: () => (layout.centre = centre as Centre),
    })),
    ...railLists.map((list, i): Command => ({
      id: `view.${list}`,
      title: railTitles[list],
      group: 'View',
      keys: [`Alt+${i + 1}`],
      run: () => goToRail(layout, list),
    })),
    toggle('view.rail', 'lists', 'Ctrl+B', layout, 'railOpen'),
    toggle('view.inspector', 'inspector', 'Ctrl+J', layout, 'inspectorOpen'),
    toggle('view.timeline', 'timeline', 'Ctrl+T', layout, 'timelineOpen'),
    {
      id: 'view.zoomIn',
      title: 'Larger text',
      words: ['zoom in', 'bigger'],
      group: 'View',
      keys: ['Ctrl+=', 'Ctrl++'],
      repeats: true,
      run: () => scale(layout.zoom * zooms.step),
    },
    {
      id: 'view.zoomOut',
      title: 'Smaller text',
      words: ['zoom out'],
      group: 'View',
      keys: ['Ctrl+-'],
      repeats: true,
      run: () => scale(layout.zoom / zooms.step),
    },
    {
      id: 'view.zoomReset',
      title: 'Text in its usual size',
      words: ['zoom reset', '100 %'],
      group: 'View',
      keys: ['Ctrl+0'],
      run: () => scale(1),
    },
    {
      id: 'view.nextPane',
      title: 'Go to the next pane',
      group: 'View',
      keys: ['F6'],
      run: () => goToPane(1),
    },
    {
      id: 'view.previousPane',
      title: 'Go to the previous pane',
      group: 'View',
      keys: ['Shift+F6'],
      run: () => goToPane(-1),
    },
  ];
}

function toggle(
  id: string,
  what: string,
  key: string,
  layout: Layout,
  field: 'railOpen' | 'inspectorOpen' | 'timelineOpen',
): Command {
  return {
    id,
    title: `Show or hide the ${what}`,
    group: 'View',
    keys: [key],
    run: () => (layout[field] = !layout[field]),
  };
}

function goToRail(layout: Layout, list: RailList): void {
  layout.showRail(list);
  void tick().then(() => document.querySelector<HTMLElement>('.rail [type=search]')?.focus());
}

/** Where F6 stops: each pane's own place for the focus. */
const stops = [
  '.rail [type=search]',
  '.reader .pane',
  '.network .canvas',
  '.inspector',
  '.timeline',
];

function goToPane(direction: 1 | -1): void {
  const panes = stops
    .map((stop) => document.querySelector<HTMLElement>(stop))
    .filter((pane) => pane !== null);
  const now = panes.findIndex((pane) => pane.contains(document.activeElement));
  const next = panes[(now + direction + panes.length) % panes.length];
  const target = next?.matches('[tabindex], input')
    ? next
    : next?.querySelector<HTMLElement>('[tabindex="0"], button, input, canvas');
  target?.focus();
}
