import { describe, expect, test } from 'vitest';
import {
  openFilter,
  visibleNetwork,
  type NetworkFilter,
} from '../../../renderer/network/graph/filter.ts';
import { loosened, type Wanted } from '../../../renderer/network/graph/loosen.ts';
import { hiddenWords, notesOf } from '../../../renderer/network/graph/notes.ts';
import { edge, network } from './networks.ts';

const crowd = Array.from({ length: 205 }, (_, i) => `o${i}:organisation`);
const whole = network(
  ['anna:person', 'bert:person', 'carl:person', 'lone:person', ...crowd],
  [
    edge('anna member o1'),
    edge('bert member o1'),
    edge('anna knows carl'),
    ...Array.from({ length: 200 }, (_, i) => edge(`o${i + 2} partof o1`)),
  ],
);
const names = (id: string) => [id.toUpperCase()];
const filterOf = (part: Partial<NetworkFilter>): NetworkFilter => ({ ...openFilter, ...part });
const say = (part: Partial<NetworkFilter>, selected: Wanted[] = []) => {
  const filter = filterOf(part);
  const visible = visibleNetwork(whole, filter, names);
  return notesOf({ network: whole, visible, filter, selected, names });
};
const texts = (part: Partial<NetworkFilter>, selected: Wanted[] = []) =>
  say(part, selected).map(({ text }) => text);
const actor = (id: string): Wanted => ({ kind: 'entity', id });
const noOrganisations = { types: new Set(['organisation']) };
const way = { focus: { kind: 'between', from: 'anna', to: 'bert' } } as const;

describe('what a filter hides', () => {
  test('is not spoken of while nothing is hidden', () => {
    expect(say({}, [actor('anna')])).toEqual([]);
    expect(hiddenWords({ actors: 0, relations: 0 })).toBe('');
    expect(hiddenWords({ actors: 1, relations: 0 })).toBe('1 actor is hidden');
    expect(hiddenWords({ actors: 1, relations: 2 })).toBe('1 actor and 2 relations are hidden');
  });

  test('is said where a way is looked for', () => {
    expect(texts(way)).toEqual(['1 shortest way between ANNA and BERT, 2 steps']);
    expect(say({ ...way, ...noOrganisations })).toEqual([
      {
        text: 'No way between ANNA and BERT within the filter; 205 actors are hidden',
        offer: { kind: 'unfiltered' },
      },
    ]);
    expect(texts({ ...way, relations: new Set(['member']) })).toEqual([
      'No way between ANNA and BERT within the filter; 2 relations are hidden',
    ]);
    const lone = { focus: { kind: 'between', from: 'anna', to: 'lone' } } as const;
    expect(texts(lone)).toEqual(['No way between ANNA and LONE']);
  });

  test('is said of neighbours', () => {
    const focus = { kind: 'around', actors: ['anna'], steps: 1 } as const;
    expect(texts({ focus })).toEqual(['Around ANNA, one step']);
    expect(texts({ focus, ...noOrganisations })).toEqual([
      'Around ANNA, one step within the filter; 1 neighbour is hidden',
    ]);
  });

  test('is said in an empty pane', () => {
    const types = new Set(['organisation', 'person']);
    expect(texts({ types })).toEqual(['The filter leaves nobody; 209 actors are hidden']);
  });

  test('is said when a name is looked for', () => {
    expect(texts({ text: 'O20', ...noOrganisations })).toEqual([
      'Nobody is named “O20” within the filter; 6 actors are hidden',
    ]);
    expect(texts({ text: 'A', ...noOrganisations })).toEqual([]);
    expect(texts({ text: 'xyz' })).toEqual(['Nobody is named “xyz”']);
  });

  test('is said of what is selected elsewhere', () => {
    expect(say(noOrganisations, [actor('o1')])).toEqual([
      { text: '“O1” is hidden by the filter', offer: { kind: 'one', wanted: actor('o1') } },
    ]);
    expect(texts(noOrganisations, [actor('o1'), actor('o2')])).toEqual([
      '2 selected actors are hidden by the filter',
    ]);
    expect(
      texts({ statuses: new Set(['asserted']) }, [{ kind: 'relation', id: 'anna-knows-carl' }]),
    ).toEqual(['The relation is hidden by the filter']);
    expect(texts({ limit: 2 }, [actor('lone')])).toEqual([
      '“LONE” is not among the best linked drawn',
    ]);
  });
});

describe('showing what is hidden', () => {
  const shows = (filter: NetworkFilter, { kind, id }: Wanted) => {
    const { nodes, edges } = visibleNetwork(whole, filter, names);
    return (kind === 'entity' ? nodes : edges).some((one) => one.id === id);
  };

  test('gives up as little of the filter as it takes', () => {
    const filter = filterOf({ ...noOrganisations, relations: new Set(['knows']), text: 'anna' });
    const loose = loosened(filter, whole, actor('o2'), names);
    expect(shows(loose, actor('o2'))).toBe(true);
    expect(loose.types.size).toBe(0);
    expect(loose.relations).toEqual(new Set(['knows']));
    expect(loose.text).toBe('');
  });

  test('works for relations, and for those that are not drawn for want of room', () => {
    const relation: Wanted = { kind: 'relation', id: 'anna-member-o1' };
    const filter = filterOf({ ...noOrganisations, statuses: new Set(['asserted']) });
    expect(shows(loosened(filter, whole, relation, names), relation)).toBe(true);
    const full = filterOf({ linkedOnly: true });
    expect(shows(loosened(full, whole, actor('lone'), names), actor('lone'))).toBe(true);
  });
});
