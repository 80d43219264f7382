import { beforeEach, describe, expect, test } from 'vitest';
import type { Request } from '#data/operations/engine.ts';
import type { Highlight } from '#data/model/highlight.ts';
import { sentenceOf } from '#data/words/say.ts';
import {
  assign,
  assignAll,
  assignNewEntity,
  assignNewTag,
  type Plan,
  type Target,
} from '../../../../renderer/reader/tag-bar/plans.ts';
import {
  readings,
  relationPlan,
  repeated,
} from '../../../../renderer/reader/tag-bar/relation-draft.ts';
import {
  claimPlan,
  eventPlan,
  notePlan,
  translationFields,
  translationPlan,
} from '../../../../renderer/reader/tag-bar/statements.ts';
import { StubCase } from '../../harness/stub-case.ts';

const text = 'China hosted Pakistan in Urumqi. China said so.';
const state = { id: 'state', name: 'state' };
let open: StubCase;
let ids: number;
const newId = () => `id-${++ids}`;

/** The plans are only right when the engine takes them. */
function carryOut({ steps }: { steps: Request[] }): void {
  open.perform('batch', { operations: steps });
}

function target(words: string, mark?: Highlight): Target {
  const start = text.indexOf(words);
  const end = start + words.length;
  return { document: 'd1', start, end, quote: words, ...(mark ? { mark } : {}) };
}

const marks = () => open.read('d1').highlights;
const records = () => open.snapshot(undefined).records;

beforeEach(async () => {
  ids = 0;
  open = new StubCase('Plans');
  await open.importFile('a.txt', new TextEncoder().encode(text), 'd1');
});

describe('give', () => {
  test('marks words with a tag', () => {
    carryOut(assign(target('China'), { tag: 'membership' }, newId));
    expect(marks()).toMatchObject([{ quote: 'China', tags: ['membership'] }]);
  });

  test('adds to the highlight that is there, and does nothing twice', () => {
    carryOut(assign(target('China'), { tag: 'membership' }, newId));
    carryOut(assign(target('China', marks()[0]), { tag: 'doubt' }, newId));
    expect(marks()).toMatchObject([{ tags: ['membership', 'doubt'] }]);
    expect(assign(target('China', marks()[0]), { tag: 'doubt' }, newId).steps).toEqual([]);
  });

  test('an actor never replaces another: the words get a second highlight', () => {
    carryOut(assignNewEntity(target('China'), state, 'China', newId));
    const other = assignNewEntity(target('China', marks()[0]), state, 'Beijing', newId);
    carryOut(other);
    expect(marks()).toHaveLength(2);
  });
});

describe('new actors and tags', () => {
  test('typed under another name, the words become an other name with their proof', () => {
    const plan = assignNewEntity(target('China'), state, 'People’s Republic', newId);
    carryOut(plan);
    expect(records().entity).toMatchObject([
      { name: 'People’s Republic', aliases: [{ name: 'China', evidence: plan.highlight }] },
    ]);
  });

  test('a new tag is made and given at once', () => {
    const plan = assignNewTag(target('hosted'), 'hospitality', newId);
    carryOut(plan);
    expect(marks()).toMatchObject([{ tags: [plan.tag] }]);
  });
});

test('many targets get the same in one go', () => {
  const targets = [target('China'), { ...target('China'), start: 33, end: 38 }];
  carryOut({ steps: assignAll(targets, { tag: 'membership' }, newId) });
  expect(marks().map(({ quote }) => quote)).toEqual(['China', 'China']);
});

describe('statements', () => {
  test('an event stands on the words, with its actors and its date', () => {
    const made = assignNewEntity(target('China'), state, 'China', newId);
    carryOut(made);
    const words = { type: 'meeting', title: ' ', date: '2016-08-03' };
    carryOut(eventPlan(target('China hosted Pakistan'), words, [made.entity], newId));
    expect(records().event).toMatchObject([
      { type: 'meeting', date: '2016-08-03', participants: [{ entity: made.entity }] },
    ]);
    expect(records().event[0]).not.toHaveProperty('title');
  });

  test('a claim keeps who made it, or nobody', () => {
    carryOut(claimPlan(target('China said so'), { text: 'It did.', by: 'a clerk' }, newId));
    carryOut(claimPlan(target('hosted'), { text: 'It hosted.', by: ' ' }, newId));
    expect(records().claim.map(({ attribution }) => attribution)).toEqual([
      { name: 'a clerk' },
      undefined,
    ]);
  });

  test('a note is written and, empty, taken off', () => {
    carryOut(notePlan(target('hosted'), ' who paid? ', newId));
    expect(marks()[0]?.note).toBe('who paid?');
    carryOut(notePlan(target('hosted', marks()[0]), '', newId));
    expect(marks()[0]).not.toHaveProperty('note');
  });
});

describe('a relation', () => {
  let from: Plan & { entity: string };
  let to: Plan & { entity: string };

  beforeEach(async () => {
    from = assignNewEntity(target('China'), state, 'China', newId);
    to = assignNewEntity(target('Pakistan'), state, 'Pakistan', newId);
    carryOut(from);
  });

  function draft(flipped: boolean) {
    const end = ({ entity, highlight }: typeof from, name: string) => ({ entity, highlight, name });
    const words = target('China');
    return {
      from: end(from, 'China'),
      to: end(to, 'Pakistan'),
      place: words,
      sentence: words,
      said: [] as Target[],
      pending: to.steps,
      flipped,
    };
  }

  test.each([
    [false, 'Link China – hosts – Pakistan'],
    [true, 'Link Pakistan – hosts – China'],
  ])('is made with its other end; turned round: %s', (flipped, label) => {
    const type = records().relationType.find(({ id }) => id === 'hosts');
    if (!type) throw new Error('the codebook has no “hosts”');
    const plan = relationPlan(draft(flipped), { type, reversed: flipped }, newId);
    expect(plan && sentenceOf(plan.label)).toBe(label);
    carryOut(plan ?? { steps: [] });
    const ends = flipped ? [to.entity, from.entity] : [from.entity, to.entity];
    expect(records().relation).toMatchObject([
      { from: ends[0], to: ends[1], evidence: [from.highlight, to.highlight] },
    ]);
  });

  test('stands on the words that say it, unless the names are wanted', () => {
    const type = records().relationType.find(({ id }) => id === 'hosts');
    if (!type) throw new Error('the codebook has no “hosts”');
    const said = { ...draft(false), said: [target('China hosted Pakistan')] };
    carryOut(relationPlan(said, { type, reversed: false }, newId) ?? { steps: [] });
    const [carried] = records().relation;
    const quotes = carried?.evidence.map((id) => marks().find((one) => one.id === id)?.quote);
    expect(quotes).toEqual(['China hosted Pakistan']);
  });

  test('that is there already gets the words as further evidence, unless another is wanted', () => {
    const type = records().relationType.find(({ id }) => id === 'hosts');
    if (!type) throw new Error('the codebook has no “hosts”');
    const reading = { type, reversed: false };
    carryOut(relationPlan(draft(false), reading, newId) ?? { steps: [] });
    const again = { ...draft(false), pending: [], said: [target('China hosted Pakistan')] };
    const known = repeated(records().relation, again, reading);
    expect(known?.id).toBe(records().relation[0]?.id);
    carryOut(relationPlan(again, reading, newId, known) ?? { steps: [] });
    expect(records().relation).toHaveLength(1);
    expect(records().relation[0]?.evidence).toHaveLength(3);
    expect(repeated(records().relation, again, { type, reversed: true })).toBeUndefined();
    carryOut(relationPlan(again, reading, newId) ?? { steps: [] });
    expect(records().relation).toHaveLength(2);
  });

  test('is read in the direction in which it fits the two actors, whoever was chosen first', () => {
    const state = { entity: 'a', name: 'China', highlight: 'h1', type: 'state' };
    const format = { entity: 'b', name: 'QCCM', highlight: 'h2', type: 'organisation' };
    const of = (from: typeof state, to: typeof state, flipped = false) =>
      readings(records().relationType, 'member', { from, to, flipped })[0];
    expect(of(state, format)).toMatchObject({ words: 'member of', reversed: false });
    expect(of(format, state)).toMatchObject({ words: 'has member', reversed: true });
    expect(of(format, state, true)).toMatchObject({ words: 'member of', reversed: false });
    const first = readings(records().relationType, '', { from: format, to: state, flipped: false });
    expect(first[0]?.type.id).toBe('member-of');
    const fits = first.map(({ type }) => type.id);
    expect(fits.indexOf('member-of')).toBeLessThan(fits.indexOf('leads'));
  });
});

describe('a translation', () => {
  const typed = { text: ' Chine ', language: 'fr', by: ' M. \n Dupont ', machine: '' };

  test('makes the highlight it stands on, and takes what was typed', () => {
    const plan = translationPlan(target('China'), typed, newId);
    carryOut(plan);
    expect(sentenceOf(plan.label)).toBe('Translate “China”');
    expect(marks()[0]?.translation).toMatchObject({
      text: 'Chine',
      language: 'fr',
      by: 'M. Dupont',
    });
  });

  test('is changed, made by a program, and taken off; a form begins with it', () => {
    carryOut(translationPlan(target('China'), typed, newId));
    const form = translationFields(marks()[0]?.translation, 'en');
    expect(form).toEqual({ text: 'Chine', language: 'fr', by: 'M. Dupont', machine: '' });
    carryOut(translationPlan(target('China', marks()[0]), { ...form, machine: 'yes' }, newId));
    expect(marks()[0]?.translation).toMatchObject({ text: 'Chine', machine: true });
    carryOut(translationPlan(target('China', marks()[0]), { ...form, text: ' ' }, newId));
    expect(marks()[0]).not.toHaveProperty('translation');
    expect(
      translationPlan(target('China', marks()[0]), { ...form, text: '' }, newId).steps,
    ).toEqual([]);
    expect(translationFields(undefined, 'en')).toEqual({
      text: '',
      language: 'en',
      by: '',
      machine: '',
    });
  });
});
