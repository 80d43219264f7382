import { describe, expect, test } from 'vitest';
import { paletteItems } from '../../../renderer/palette/palette-items.ts';

type Sources = Parameters<typeof paletteItems>[1];

const actor = (id: string, name: string, ...aliases: string[]) => ({
  id,
  name,
  type: 'format',
  aliases: aliases.map((alias) => ({ name: alias })),
});
const tables: Record<string, { id: string }[]> = {
  document: [{ id: 'd1', title: 'QCCM members meet in Urumqi' } as { id: string }],
  entity: [
    actor('qccm', 'Quadrilateral Cooperation and Coordination Mechanism', 'QCCM'),
    actor('sco', 'Shanghai Cooperation Organisation'),
    actor('scorer', 'Scorer'),
  ],
  entityType: [{ id: 'format', name: 'format' } as { id: string }],
  tag: [],
  event: [],
  claim: Array.from({ length: 7 }, (_, i) => ({ id: `c${i}`, text: `QCCM targets nobody, ${i}` })),
};
const command = (id: string, title: string, words: string[] = []) => ({
  id,
  title,
  words: words.join(', '),
  group: 'Case',
  run: () => undefined,
});
const sources = {
  model: { table: (kind: string) => new Map(tables[kind]?.map((one) => [one.id, one])) },
  command: {
    all: [
      command('case.backups', 'Backups…', ['restore']),
      command('reader.remove', 'Remove the selected highlight', ['delete']),
      command('case.new', 'New case…'),
    ],
  },
  selection: {},
} as unknown as Sources;

const titles = (query: string) => paletteItems(query, sources).map(({ title }) => title);

describe('the palette', () => {
  test('puts the actor whose short name was typed before what only mentions it', () => {
    expect(titles('qccm')[0]).toBe('Quadrilateral Cooperation and Coordination Mechanism');
    expect(titles('QCC')[0]).toBe('Quadrilateral Cooperation and Coordination Mechanism');
  });

  test('knows an abbreviation that is nobody’s other name', () => {
    expect(titles('sco').slice(0, 2)).toEqual(['Shanghai Cooperation Organisation', 'Scorer']);
  });

  test('matches no scattered letters', () => {
    expect(titles('qmb')).toEqual([]);
  });

  test('finds commands by the words people use, and by their words in any order', () => {
    expect(titles('delete')).toEqual(['Remove the selected highlight']);
    expect(titles('restore')).toEqual(['Backups…']);
    expect(titles('case new')).toEqual(['New case…']);
  });
});
