import { tick } from 'svelte';
import { say } from '#data/words/say.ts';
import type { Command } from '../state/commands.svelte.ts';
import { railLists, type Centre, type Layout, type RailList } from '../state/layout.svelte.ts';

const centreTitles: Record<Centre, string> = {
  reader: say('workbench.show-the-reader'),
  split: say('workbench.show-both'),
  network: say('workbench.show-the-network'),
};
const railTitles: Record<RailList, string> = {
  documents: say('workbench.list-the-documents'),
  entities: say('workbench.list-the-actors'),
  tags: say('workbench.list-the-tags'),
  events: say('workbench.list-the-events'),
  claims: say('workbench.list-the-claims'),
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
    toggle('view.rail', say('workbench.toggle-lists'), 'Ctrl+B', layout, 'railOpen'),
    toggle('view.inspector', say('workbench.toggle-inspector'), 'Ctrl+J', layout, 'inspectorOpen'),
    toggle('view.timeline', say('workbench.toggle-timeline'), 'Ctrl+T', layout, 'timelineOpen'),
    {
      id: 'view.zoomIn',
      title: say('workbench.larger-text'),
      words: say('workbench.larger-text.words'),
      group: 'View',
      keys: ['Ctrl+=', 'Ctrl++'],
      repeats: true,
      run: () => scale(layout.zoom * zooms.step),
    },
    {
      id: 'view.zoomOut',
      title: say('workbench.smaller-text'),
      words: say('workbench.smaller-text.words'),
      group: 'View',
      keys: ['Ctrl+-'],
      repeats: true,
      run: () => scale(layout.zoom / zooms.step),
    },
    {
      id: 'view.zoomReset',
      title: say('workbench.text-in-its-usual-size'),
      words: say('workbench.text-in-its-usual-size.words'),
      group: 'View',
      keys: ['Ctrl+0'],
      run: () => scale(1),
    },
    {
      id: 'view.nextPane',
      title: say('workbench.go-to-the-next-pane'),
      group: 'View',
      keys: ['F6'],
      run: () => goToPane(1),
    },
    {
      id: 'view.previousPane',
      title: say('workbench.go-to-the-previous-pane'),
      group: 'View',
      keys: ['Shift+F6'],
      run: () => goToPane(-1),
    },
  ];
}

function toggle(
  id: string,
  title: string,
  key: string,
  layout: Layout,
  field: 'railOpen' | 'inspectorOpen' | 'timelineOpen',
): Command {
  return {
    id,
    title,
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
