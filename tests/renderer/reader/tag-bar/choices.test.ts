import { describe, expect, test } from 'vitest';
import type { Entry } from '../../../../renderer/reader/tag-bar/catalogue.ts';
import { choices, type Choice } from '../../../../renderer/reader/tag-bar/choices.ts';
import { fold } from '#data/text/fold.ts';

const tag = (id: string, name: string, key?: string): Entry => ({
  kind: 'tag',
  id,
  name,
  about: '',
  words: [fold(name)],
  ...(key === undefined ? {} : { key }),
});
const actor = (id: string, ...names: string[]): Entry => ({
  kind: 'entity',
  id,
  name: names[0] ?? id,
  about: 'state',
  words: names.map((each) => fold(each)),
});
const entries = [
  tag('formats', 'formats & membership', 'f'),
  tag('doubt', 'doubt', 'q'),
  actor('china', 'China', 'PRC'),
  actor('etim', 'East Turkestan Islamic Movement', 'ETIM'),
];

function ask(query: string, more: Partial<Parameters<typeof choices>[0]> = {}): Choice[] {
  const recent = ['tag:doubt', undefined, 'entity:etim'];
  const given = new Set<string>();
  return choices({ entries, recent, query, quote: 'China', given, actorsOnly: false, ...more });
}
const names = (lines: Choice[]) =>
  lines.map((line) => (line.kind === 'entry' ? line.entry.id : line.kind));

describe('with nothing typed', () => {
  test('the actor of these words comes first, then the recent ones on their digits', () => {
    const lines = ask('');
    expect(names(lines)).toEqual(['china', 'doubt', 'etim']);
    expect(lines.map(({ digit }) => digit)).toEqual([undefined, 1, 3]);
  });

  test('what the words carry already is told', () => {
    const [first] = ask('', { given: new Set(['entity:china']) });
    expect(first).toMatchObject({ given: true });
  });

  test('an end of a relation can only be an actor', () => {
    expect(names(ask('', { actorsOnly: true }))).toEqual(['china', 'etim']);
  });
});

describe('with something typed', () => {
  test('one letter is an action or the key of a tag, and a filter behind it', () => {
    expect(names(ask('e')).slice(0, 2)).toEqual(['action', 'etim']);
    expect(names(ask('f'))[0]).toBe('formats');
    expect(names(ask('q'))[0]).toBe('doubt');
  });

  test('names and other names answer, the start of a name before the middle', () => {
    expect(names(ask('prc'))).toContain('china');
    expect(names(ask('isl'))[0]).toBe('etim');
  });

  test('what has no name yet can be made, what has one cannot be made again', () => {
    expect(names(ask('Uruguay'))).toEqual(['new-entity', 'new-tag']);
    expect(names(ask('Uruguay', { actorsOnly: true }))).toEqual(['new-entity']);
    expect(names(ask('china'))).not.toContain('new-entity');
  });

  test('actions stay away while an end of a relation is wanted', () => {
    expect(names(ask('e', { actorsOnly: true }))).not.toContain('action');
  });
});
