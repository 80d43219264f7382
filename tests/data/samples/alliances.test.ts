import { describe, expect, it } from 'vitest';
import { wakhanSample } from '#data/samples/wakhan/index.ts';
import { buildCase } from './build-sample.ts';

const relations = [...buildCase(wakhanSample()).all('relation')];
const with_ = (type: string, to: string) =>
  relations
    .filter((relation) => relation.type === type && relation.to === to)
    .map(({ from }) => from)
    .sort();

describe('members, observers and partners', () => {
  it.each([
    ['qccm', 'afghanistan china pakistan tajikistan'],
    ['qcg', 'afghanistan china pakistan usa'],
    ['islamabad-four', 'china iran pakistan russia'],
    ['planned-four', 'afghanistan china iran pakistan'],
    ['cpi-talks', 'china iran pakistan'],
    ['csto', 'armenia belarus kazakhstan kyrgyzstan russia tajikistan'],
    ['sco', 'china india kazakhstan kyrgyzstan pakistan russia tajikistan uzbekistan'],
  ])('%s has exactly its members', (format, members) => {
    expect(with_('member-of', format)).toEqual(members.split(' '));
  });

  it('has the observers and dialogue partners', () => {
    expect(with_('observer-of', 'csto')).toEqual(['afghanistan', 'serbia']);
    expect(with_('observer-of', 'sco')).toEqual(['afghanistan', 'belarus', 'iran', 'mongolia']);
    expect(with_('dialogue-partner-of', 'sco')).toEqual(
      'armenia azerbaijan cambodia nepal sri-lanka turkey'.split(' '),
    );
  });

  it('seats the Taliban authorities, not the government before them, at the ministers’ table', () => {
    expect(with_('takes-part-in', 'cpa-dialogue')).toEqual([
      'china',
      'pakistan',
      'taliban-government',
    ]);
  });
});

describe('care with what the texts say', () => {
  const status = (from: string, type: string, to: string) =>
    relations.find((one) => one.from === from && one.type === type && one.to === to)?.status;

  it('marks an expected format as planned', () => {
    for (const from of with_('member-of', 'planned-four')) {
      expect(status(from, 'member-of', 'planned-four')).toBe('planned');
    }
  });

  it('marks contested links as disputed', () => {
    expect(status('usa', 'supports', 'islamic-state')).toBe('disputed');
    expect(status('usa', 'supports', 'tip')).toBe('disputed');
    expect(status('taliban-government', 'opposes', 'etim')).toBe('disputed');
    expect(status('taliban', 'meets', 'afghan-government')).toBe('disputed');
    expect(status('usa', 'lists-as-terrorist', 'etim')).toBe('asserted');
  });
});
