import { describe, expect, test } from 'vitest';
import { AppError } from '#data/errors.ts';
import { perform } from '#data/operations/engine.ts';
import { operations } from '#data/operations/table.ts';
import { expectAssertions } from './expect-assertions.ts';
import { expectCodebook } from './expect-codebook.ts';
import { expectDocuments } from './expect-documents.ts';
import { expectReasoning } from './expect-reasoning.ts';
import { expectLinks } from './expect-links.ts';
import { expectTexts } from './expect-texts.ts';
import { expectVersions } from './expect-versions.ts';
import { codebook, seeded } from './seed.ts';
import { TestCase } from './test-case.ts';

const table = {
  ...expectCodebook,
  ...expectDocuments,
  ...expectTexts,
  ...expectLinks,
  ...expectAssertions,
  ...expectReasoning,
  ...expectVersions,
};

test('every operation of the table has its expectations here', () => {
  expect(Object.keys(table).sort()).toEqual([...operations.keys()].sort());
});

describe.each(Object.entries(table))('%s', (op, { works, refuses }) => {
  test.each(works)('works $#', ({ given, input, then }) => {
    const one = seeded();
    given?.(one);
    const before = one.bytes();
    const id = one.do(op, input);
    then(one, id);
    if (op !== 'undo') {
      one.do('undo', {});
      expect(JSON.parse(one.bytes())).toHaveProperty('records', recordsIn(before));
    }
  });

  test.each(refuses)('refuses %j', (input, code) => {
    const one = seeded();
    const before = one.bytes();
    const refusal = refusalOf(one, op, input);
    expect(refusal.code).toBe(code);
    expect(refusal.message).toMatch(/\S.*\.$/);
    expect(one.bytes()).toBe(before);
  });
});

test('an unknown operation is refused by name', () => {
  expect(refusalOf(seeded(), 'entity.paint', {})).toMatchObject({
    code: 'unknown-operation',
    details: { op: 'entity.paint' },
  });
});

test('a schema violation tells the path of every fault', () => {
  const { details } = refusalOf(seeded(), 'entity.add', { name: '', aliases: [3], extra: 1 });
  const paths = (details.issues as { path: string }[]).map(({ path }) => path);
  expect(paths).toEqual(expect.arrayContaining(['name', 'aliases.0', 'type']));
});

test('a fault in a batch names its step', () => {
  const operations = [
    { op: 'tag.add', input: { name: 'Fine' } },
    { op: 'highlight.add', input: { document: 'd1', start: 5, end: 1 } },
  ];
  expect(refusalOf(seeded(), 'batch', { operations })).toMatchObject({
    code: 'outside-text',
    message: expect.stringContaining('Step 2 of 2') as string,
    details: { step: 1, op: 'highlight.add', start: 5, end: 1 },
  });
});

describe('case.create', () => {
  const create = (changes: object) => {
    const one = new TestCase();
    one.do('case.create', { uid: 'u', title: 'New', codebook: { ...codebook, ...changes } });
    return one;
  };

  test('brings the codebook, and no marking by itself', () => {
    const { state } = create({});
    expect(state.get('case', 'case')).toMatchObject({ codebook: 'Test codebook' });
    expect(state.get('case', 'case')).not.toHaveProperty('marking');
    expect(state.get('tag', 'deep-doubt')?.parent).toBe('doubt');
    expect(state.size('entityType')).toBe(3);
  });

  test('is the one operation that cannot be undone', () => {
    expect(refusalOf(create({}), 'undo', {}).code).toBe('nothing-to-undo');
  });

  test('refuses a codebook whose ids collide or whose tags hang in the air', () => {
    const collides = { tags: [{ id: 'person', name: 'A tag' }] };
    const orphan = { tags: [{ id: 'orphan', name: 'A tag', parent: 'nobody' }] };
    expect(() => create(collides)).toThrow(
      expect.objectContaining({ code: 'duplicate-id' }) as Error,
    );
    expect(() => create(orphan)).toThrow(expect.objectContaining({ code: 'unknown-id' }) as Error);
  });
});

test('a document goes with its highlights once nothing stands on them, and comes back', () => {
  const one = seeded();
  for (const [op, id] of [
    ['relation', 'r1'],
    ['event', 'v1'],
  ])
    one.do(`${op}.remove`, { id });
  const before = one.bytes();
  one.do('document.remove', { id: 'd1' });
  expect(one.state.get('highlight', 'h1')).toBeUndefined();
  expect(one.state.get('entity', 'beta')?.aliases[0]).toEqual({ name: 'The Second' });
  one.do('undo', {});
  expect(JSON.parse(one.bytes())).toHaveProperty('records', recordsIn(before));
});

test('undo and redo walk the history, and a new operation forgets what was undone', () => {
  const one = seeded();
  const before = one.bytes();
  one.do('tag.add', { id: 'later', name: 'Later' });
  one.do('undo', {});
  expect(one.state.get('tag', 'later')).toBeUndefined();
  one.do('redo', {});
  expect(one.state.get('tag', 'later')).toBeDefined();
  one.do('undo', {});
  expect(JSON.parse(one.bytes())).toHaveProperty('records', recordsIn(before));
  one.do('tag.add', { id: 'other', name: 'Other' });
  expect(refusalOf(one, 'redo', {}).code).toBe('nothing-to-redo');
});

test('undo to a number that was undone is refused', () => {
  const one = seeded();
  one.do('tag.add', { id: 'later', name: 'Later' });
  const n = one.journal.length;
  one.do('undo', {});
  one.do('tag.add', { id: 'other', name: 'Other' });
  expect(refusalOf(one, 'undo', { to: n }).code).toBe('unknown-id');
});

test('names of the codebook mean the oldest entry, whatever the order of the table', () => {
  const one = seeded();
  one.do('tag.add', { id: 'a-younger', name: 'key-QUOTE' });
  one.do('tag.update', { id: 'quote', key: 'q' });
  const id = one.do('highlight.add', { document: 'd1', start: 0, end: 5, tags: ['key quote'] });
  expect(one.state.get('highlight', id)?.tags).toEqual(['quote']);
});

test('input nested a hundred thousand deep is refused like any other fault', () => {
  let attribution: object = { name: 'last' };
  for (let level = 0; level < 100_000; level++) attribution = { name: 'x', via: attribution };
  const claim = { text: 'x', evidence: ['h4'], attribution };
  expect(refusalOf(seeded(), 'claim.add', claim).code).toBe('invalid-input');
});

test('keys that could reach a prototype are refused or dropped', () => {
  const one = seeded();
  const before = one.bytes();
  const input: unknown = JSON.parse('{"type":"person","name":"x","__proto__":{"id":"y"}}');
  expect(refusalOf(one, 'entity.add', input).code).toBe('invalid-input');
  expect(one.bytes()).toBe(before);
  const attributes: unknown = JSON.parse('{"__proto__":"polluted","role":"chief"}');
  const id = one.do('entity.add', { type: 'person', name: 'x', attributes });
  expect(Object.keys(one.state.get('entity', id)?.attributes ?? {})).toEqual(['role']);
  expect({}).not.toHaveProperty('polluted');
});

test('every operation labels itself in words, before it is done', () => {
  for (const [op, { works }] of Object.entries(table)) {
    for (const { given, input } of works) {
      const one = seeded();
      given?.(one);
      const { label } = perform(one.state, { op, input }, one);
      expect(label, op).toMatch(/^[A-Z\d]/);
      expect(label.length, op).toBeLessThan(700);
      expect(label, op).not.toMatch(/undefined|\[object/);
    }
  }
});

function refusalOf(one: TestCase, op: string, input: unknown): AppError {
  try {
    one.do(op, input);
  } catch (thrown) {
    if (thrown instanceof AppError) return thrown;
    throw thrown;
  }
  throw new Error(`${op} was not refused`);
}

function recordsIn(bytes: string): unknown {
  return (JSON.parse(bytes) as { records: unknown }).records;
}
