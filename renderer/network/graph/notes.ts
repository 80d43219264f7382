import { adjacency } from '#data/layout/adjacency.ts';
import type { Network } from '#data/queries/network.ts';
import { say } from '#data/words/say.ts';
import {
  foundBy,
  isFiltering,
  visibleNetwork,
  type Focus,
  type NetworkFilter,
  type VisibleNetwork,
} from './filter.ts';
import type { Wanted } from './loosen.ts';
import { around, between } from './walks.ts';

/** Something to say about what is seen, where it would mislead without it. */
export interface Note {
  text: string;
  /** What can be done about it: ask again without the filter, or show what is hidden. */
  offer?: { kind: 'unfiltered' } | { kind: 'one'; wanted: Wanted };
}

/** What notes are about. */
export interface Shown {
  network: Network;
  visible: VisibleNetwork;
  filter: NetworkFilter;
  /** What is selected: actors, or a relation. */
  selected: readonly Wanted[];
  names: (id: string) => readonly string[];
}

/** What is kept away: “1 actor and 12 relations are hidden”; empty when nothing is. */
export function hiddenWords({ actors, relations }: { actors: number; relations: number }): string {
  if (actors > 0 && relations > 0) return say('networkPane.hidden-both', { actors, relations });
  if (actors > 0) return say('networkPane.hidden-actors', { actors });
  return relations > 0 ? say('networkPane.hidden-relations', { relations }) : '';
}

/** All that has to be said about a network and what a filter leaves of it. */
export function notesOf(shown: Shown): Note[] {
  const { network, visible } = shown;
  if (network.nodes.length === 0) return [];
  const asked = focusNote(shown);
  return [
    ...(asked ? [asked] : []),
    ...nameNotes(shown),
    ...(visible.nodes.length === 0 && !asked && shown.filter.text.trim() === ''
      ? [{ text: say('networkPane.nobody-left', { hidden: hiddenWords(everybody(network)) }) }]
      : []),
    ...selectionNotes(shown),
  ];
}

const everybody = ({ nodes }: Network) => ({ actors: nodes.length, relations: 0 });

function focusNote(shown: Shown): Note | undefined {
  const { focus } = shown.filter;
  if (!focus) return undefined;
  const said = focus.kind === 'between' ? wayWords(shown, focus) : aroundWords(shown, focus);
  const hidden = focus.kind === 'between' ? hiddenWords(shown.visible.withheld) : '';
  if (hidden === '') return said;
  return {
    text: say('networkPane.within', { said: said.text, hidden }),
    offer: { kind: 'unfiltered' },
  };
}

function wayWords({ network, filter, names }: Shown, focus: Focus & { kind: 'between' }): Note {
  const { nodes, edges } = visibleNetwork(
    network,
    { ...filter, text: '', linkedOnly: false },
    names,
  );
  const graph = adjacency(
    nodes.map(({ id }) => id),
    edges,
  );
  const { steps, ways } = between(graph, focus.from, focus.to);
  const ends = { from: nameOf(names, focus.from), to: nameOf(names, focus.to) };
  if (steps === null) return { text: say('networkPane.no-way', ends) };
  return { text: say('networkPane.ways', { ways, steps, ...ends }) };
}

function aroundWords(shown: Shown, { actors, steps }: Focus & { kind: 'around' }): Note {
  const { network, visible, names } = shown;
  const [first = '', second] = actors.map((id) => nameOf(names, id));
  const both = second === undefined ? first : say('networkPane.two', { first, second });
  const who = actors.length > 2 ? say('networkPane.actors-count', { n: actors.length }) : both;
  const text = say('networkPane.around', { who, steps });
  const graph = adjacency(
    network.nodes.map(({ id }) => id),
    network.edges,
  );
  const drawn = new Set(visible.nodes.map(({ id }) => id));
  const away = [...around(graph, actors, steps)].filter((id) => !drawn.has(id)).length;
  if (away === 0) return { text };
  const hidden = say('networkPane.hidden-neighbours', { n: away });
  return { text: say('networkPane.within', { said: text, hidden }), offer: { kind: 'unfiltered' } };
}

function nameNotes({ network, visible, filter, names }: Shown): Note[] {
  const text = filter.text.trim();
  if (text === '') return [];
  const away = foundBy(text, network.nodes, names).size - visible.found.size;
  if (away > 0) {
    const said = say(visible.found.size === 0 ? 'networkPane.nobody-named' : 'networkPane.named', {
      text,
    });
    const hidden = hiddenWords({ actors: away, relations: 0 });
    return [{ text: say('networkPane.within', { said, hidden }), offer: { kind: 'unfiltered' } }];
  }
  return visible.found.size === 0 ? [{ text: say('networkPane.nobody-named', { text }) }] : [];
}

function selectionNotes({ network, visible, filter, selected, names }: Shown): Note[] {
  const ids = (part: Pick<Network, 'nodes' | 'edges'>) =>
    new Set([...part.nodes, ...part.edges].map(({ id }) => id));
  const [all, drawn] = [ids(network), ids(visible)];
  const away = selected.filter(({ id }) => all.has(id) && !drawn.has(id));
  const [wanted, ...others] = away;
  if (!wanted) return [];
  const why = isFiltering(filter) ? 'filtered' : 'undrawn';
  if (others.length > 0) return [{ text: say(`networkPane.selected-${why}`, { n: away.length }) }];
  const text =
    wanted.kind === 'entity'
      ? say(`networkPane.actor-${why}`, { name: nameOf(names, wanted.id) })
      : say(`networkPane.relation-${why}`);
  return [{ text, offer: { kind: 'one', wanted } }];
}

const nameOf = (names: Shown['names'], id: string): string => names(id)[0] ?? id;
