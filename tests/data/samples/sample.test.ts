import { describe, expect, it } from 'vitest';
import { wakhanSample } from '#data/samples/wakhan/index.ts';
import { buildCase } from './build-sample.ts';

const sample = wakhanSample();
const state = buildCase(sample);
const entities = [...state.all('entity')];
const relations = [...state.all('relation')];
const events = [...state.all('event')];
const claims = [...state.all('claim')];
const highlights = [...state.all('document')].flatMap(({ id }) => [...state.highlightsOf(id)]);

describe('the size of the sample', () => {
  it('has ten notes of 100 to 180 words', () => {
    expect(sample.documents).toHaveLength(10);
    for (const { id, text } of sample.documents) {
      const words = text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
      expect(words, id).toBeGreaterThanOrEqual(100);
      expect(words, id).toBeLessThanOrEqual(180);
    }
  });

  it('has at least 60 actors, 100 relations, 15 events and 20 claims', () => {
    expect(entities.length).toBeGreaterThanOrEqual(60);
    expect(relations.length).toBeGreaterThanOrEqual(100);
    expect(events.length).toBeGreaterThanOrEqual(15);
    expect(claims.length).toBeGreaterThanOrEqual(20);
  });

  it('uses every type of actor but “group” and “event”, and every type of relation', () => {
    const unused = (types: { id: string }[], used: { type: string }[]) =>
      types.map(({ id }) => id).filter((id) => !used.some(({ type }) => type === id));
    expect(unused([...state.all('entityType')], entities)).toEqual(['group', 'event']);
    expect(unused([...state.all('relationType')], relations)).toEqual([]);
  });

  it('names no two actors alike', () => {
    expect(new Set(entities.map(({ name }) => name)).size).toBe(entities.length);
  });

  it('gives the same records in every compilation', () => {
    expect(wakhanSample()).toEqual(sample);
  });
});

describe('the first look at it', () => {
  it('has a place in the network for every actor, none on top of another', () => {
    const places = entities.map(({ id }) => state.get('position', `@${id}`));
    expect(places.every((place) => place !== undefined)).toBe(true);
    expect(new Set(places.map((place) => `${place?.x}/${place?.y}`)).size).toBe(places.length);
  });

  it('has a summary and a report', () => {
    expect(state.get('case', 'case')?.summary).toContain('3 August 2016');
    expect([...state.all('report')].map(({ title }) => title)).toEqual([sample.title]);
  });
});

describe('the words behind it', () => {
  it('quotes its texts exactly', () => {
    expect(highlights.length).toBeGreaterThan(0);
    for (const { document, start, end, quote } of highlights) {
      expect(state.text(document).text.slice(start, end)).toBe(quote);
      expect(quote).toBe(quote.trim());
    }
  });

  it('carries every relation, event and claim with highlights that exist', () => {
    for (const { id, evidence } of [...relations, ...events, ...claims]) {
      expect(evidence.length, id).toBeGreaterThanOrEqual(1);
      for (const highlight of evidence) expect(state.get('highlight', highlight), id).toBeDefined();
    }
  });

  it('names every actor in at least one note', () => {
    const named = new Set(highlights.flatMap(({ entities }) => entities));
    expect(entities.map(({ id }) => id).filter((id) => !named.has(id))).toEqual([]);
  });

  it('proves an alias with the words of a note', () => {
    const proven = entities.flatMap(({ aliases }) => aliases).filter(({ evidence }) => evidence);
    expect(proven.length).toBeGreaterThan(20);
    for (const { name, evidence } of proven) {
      expect(state.get('highlight', evidence ?? '')?.quote).toBe(name);
    }
  });

  it('tags each of the seven fields of work of the mechanism in N03', () => {
    const tags = [...state.highlightsOf('n03')].flatMap((highlight) => highlight.tags);
    const fields = [...state.all('tag')].filter(({ parent }) => parent === 'fields');
    expect(fields).toHaveLength(7);
    for (const { id } of fields) expect(tags).toContain(id);
  });
});

describe('dates', () => {
  it('leaves undated what the texts do not fix', () => {
    const dated = events.filter(({ date }) => date !== undefined).map(({ id, date }) => [id, date]);
    expect(Object.fromEntries(dated)).toEqual({
      'event-csto-founded': '1992',
      'event-sco-announced': '2001',
      'event-sco-works': '2003',
      'event-law-abroad': '2015',
      'event-thanks-to-shaheem': '2016-08-01/2016-08-03',
      'event-urumqi-meeting': '2016-08-03',
      'event-bishkek-bomb': '2016-08-30',
      'event-gwadar-bomb': '2021',
      'event-taliban-take-kabul': '2021-08',
    });
    const published = sample.documents.map((document) => document.published);
    expect(published).toEqual([
      '2016-08-04',
      '2016-08-30/..',
      '2017-12/..',
      '2017-12/..',
      undefined,
      undefined,
      undefined,
      undefined,
      '2016-08-30/..',
      undefined,
    ]);
  });
});

describe('claims', () => {
  it('follows attribution to the last voice', () => {
    expect(state.get('claim', 'claim-understanding')?.attribution).toEqual({
      entity: 'pakistan-today',
      via: { entity: 'tass', via: { entity: 'sergei-ivanov' } },
    });
  });

  it('links statements that disagree', () => {
    const links = claims.flatMap((claim) => claim.links);
    expect(links.filter(({ kind }) => kind === 'contradicts').length).toBeGreaterThanOrEqual(10);
    expect(links.some(({ kind }) => kind === 'corroborates')).toBe(true);
    expect(links.some(({ kind }) => kind === 'same-origin-as')).toBe(true);
  });
});
