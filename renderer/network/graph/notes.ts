import { adjacency } from '#data/queries/layout/adjacency.ts';
import type { Network } from '#data/queries/network.ts';
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

/** Number and noun: “1 actor”, “1,205 actors”. */
export const count = (number: number, one: string, many = `${one}s`): string =>
  `${number.toLocaleString('en')} ${number === 1 ? one : many}`;

/** What is kept away: “1 actor and 12 relations are hidden”; empty when nothing is. */
export function hiddenWords({ actors, relations }: { actors: number; relations: number }): string {
  const parts = [
    actors > 0 && count(actors, 'actor'),
    relations > 0 && count(relations, 'relation'),
  ].filter((part) => part !== false);
  if (parts.length === 0) return '';
  return `${parts.join(' and ')} ${actors + relations === 1 ? 'is' : 'are'} hidden`;
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
      ? [{ text: `The filter leaves nobody; ${hiddenWords(everybody(network))}` }]
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
  return { text: `${said.text} within the filter; ${hidden}`, offer: { kind: 'unfiltered' } };
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
  const ends = `${nameOf(names, focus.from)} and ${nameOf(names, focus.to)}`;
  if (steps === null) return { text: `No way between ${ends}` };
  const found = count(ways, 'shortest way');
  return { text: `${found} between ${ends}, ${count(steps, 'step')}` };
}

function aroundWords(shown: Shown, { actors, steps }: Focus & { kind: 'around' }): Note {
  const { network, visible, names } = shown;
  const who =
    actors.length > 2
      ? `${actors.length} actors`
      : actors.map((id) => nameOf(names, id)).join(' and ');
  const text = `Around ${who}, ${steps === 1 ? 'one step' : `${steps} steps`}`;
  const graph = adjacency(
    network.nodes.map(({ id }) => id),
    network.edges,
  );
  const drawn = new Set(visible.nodes.map(({ id }) => id));
  const away = [...around(graph, actors, steps)].filter((id) => !drawn.has(id)).length;
  if (away === 0) return { text };
  const hidden = `${count(away, 'neighbour')} ${away === 1 ? 'is' : 'are'} hidden`;
  return { text: `${text} within the filter; ${hidden}`, offer: { kind: 'unfiltered' } };
}

function nameNotes({ network, visible, filter, names }: Shown): Note[] {
  const text = filter.text.trim();
  if (text === '') return [];
  const away = foundBy(text, network.nodes, names).size - visible.found.size;
  if (away > 0) {
    const who = visible.found.size === 0 ? `Nobody is named “${text}”` : `Named “${text}”`;
    const hidden = hiddenWords({ actors: away, relations: 0 });
    return [{ text: `${who} within the filter; ${hidden}`, offer: { kind: 'unfiltered' } }];
  }
  return visible.found.size === 0 ? [{ text: `Nobody is named “${text}”` }] : [];
}

function selectionNotes({ network, visible, filter, selected, names }: Shown): Note[] {
  const ids = (part: Pick<Network, 'nodes' | 'edges'>) =>
    new Set([...part.nodes, ...part.edges].map(({ id }) => id));
  const [all, drawn] = [ids(network), ids(visible)];
  const away = selected.filter(({ id }) => all.has(id) && !drawn.has(id));
  const [wanted, ...others] = away;
  if (!wanted) return [];
  const by = isFiltering(filter) ? 'hidden by the filter' : 'not among the best linked drawn';
  if (others.length > 0) return [{ text: `${count(away.length, 'selected actor')} are ${by}` }];
  const what = wanted.kind === 'entity' ? `“${nameOf(names, wanted.id)}”` : 'The relation';
  return [{ text: `${what} is ${by}`, offer: { kind: 'one', wanted } }];
}

const nameOf = (names: Shown['names'], id: string): string => names(id)[0] ?? id;
