import { describe, expect, test } from 'vitest';
import {
  isFiltering,
  openFilter,
  visibleNetwork,
  type NetworkFilter,
} from '../../../renderer/network/graph/filter.ts';
import { edge, ids, network } from './networks.ts';

const whole = network(
  ['china', 'russia', 'sco:organisation', 'qccm:organisation', 'xi:person', 'lonely:person'],
  [
    edge('china member sco'),
    edge('russia member sco'),
    edge('china member qccm', 'planned'),
    edge('xi leads china'),
    edge('russia opposes china', 'disputed'),
  ],
);
const names = (id: string) => (id === 'xi' ? ['XI', 'Сі Цзіньпін', 'Chairman Xǐ'] : [id]);
const show = (part: Partial<NetworkFilter>) =>
  visibleNetwork(whole, { ...openFilter, ...part }, names);

describe('the filter', () => {
  test('lets everything through when it is open', () => {
    const all = show({});
    expect(ids(all.nodes)).toEqual(ids(whole.nodes));
    expect(ids(all.edges)).toEqual(ids(whole.edges));
    expect(all.hidden).toEqual({ byFilter: 0, unlinked: 0, overLimit: 0 });
    expect(isFiltering(openFilter)).toBe(false);
  });

  test('takes edges away with the actors of a type', () => {
    const left = show({ types: new Set(['organisation']) });
    expect(ids(left.nodes)).toEqual(['china', 'lonely', 'russia', 'xi']);
    expect(ids(left.edges)).toEqual(['russia-opposes-china', 'xi-leads-china']);
    expect(left.hidden.byFilter).toBe(2);
  });

  test('takes types and statuses of relations away, and leaves the actors', () => {
    const left = show({ relations: new Set(['member']), statuses: new Set(['disputed']) });
    expect(ids(left.edges)).toEqual(['xi-leads-china']);
    expect(left.nodes).toHaveLength(6);
  });

  test('hides actors without a visible relation', () => {
    const left = show({ linkedOnly: true, relations: new Set(['leads']) });
    expect(ids(left.nodes)).toEqual(['china', 'qccm', 'russia', 'sco']);
    expect(left.hidden.unlinked).toBe(2);
  });

  test('finds names without regard to case and accents, and shows the neighbours', () => {
    const left = show({ text: 'chairman XI' });
    expect([...left.found]).toEqual(['xi']);
    expect(ids(left.nodes)).toEqual(['china', 'xi']);
    expect(ids(left.edges)).toEqual(['xi-leads-china']);
  });

  test('shows a neighbourhood of one or two steps', () => {
    const around = (steps: number) =>
      ids(show({ focus: { kind: 'around', actors: ['xi'], steps } }).nodes);
    expect(around(1)).toEqual(['china', 'xi']);
    expect(around(2)).toEqual(['china', 'qccm', 'russia', 'sco', 'xi']);
  });

  test('shows the shortest ways between two actors, along visible relations only', () => {
    const focus = { kind: 'between', from: 'xi', to: 'russia' } as const;
    expect(ids(show({ focus }).nodes)).toEqual(['china', 'russia', 'xi']);
    const detour = show({ focus, relations: new Set(['opposes']) });
    expect(ids(detour.nodes)).toEqual(['china', 'russia', 'sco', 'xi']);
  });

  test('draws the best linked when there are too many, and says how many are not drawn', () => {
    const left = show({ limit: 2 });
    expect(left.nodes).toHaveLength(2);
    expect(ids(left.nodes)).toContain('china');
    expect(left.hidden.overLimit).toBe(4);
    const drawn = new Set(ids(left.nodes));
    expect(left.edges.every(({ from, to }) => drawn.has(from) && drawn.has(to))).toBe(true);
  });
});
