import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, expectTypeOf, test } from 'vitest';
import { IntlMessageFormat } from 'intl-messageformat';
import type { ArgumentsIn } from '#data/words/arguments-in.ts';
import { translated } from '#data/words/catalogue.ts';
import { en } from '#data/words/en/index.ts';
import { formatterOf } from '#data/words/format.ts';
import { isKnown, say, sentenceOf, words } from '#data/words/say.ts';

const messages = Object.entries(en).flatMap(([area, own]) =>
  Object.entries(own).map(([key, message]) => [`${area}.${key}`, message] as const),
);

type Element = ReturnType<IntlMessageFormat['getAst']>[number];

/** A value for every argument of a message, of the type that it is used as. */
function samples(elements: readonly Element[]): Record<string, string | number> {
  const found: Record<string, string | number> = {};
  for (const one of elements) {
    if (Number(one.type) === 0 || !('value' in one)) continue; // words, or the number that is counted
    const isPlural = 'options' in one && 'pluralType' in one;
    found[one.value] = Number(one.type) === 2 || isPlural ? 2 : 'words';
    if (!('options' in one)) continue;
    for (const { value } of Object.values(one.options)) Object.assign(found, samples(value));
  }
  return found;
}

const samplesFor = (message: string) =>
  samples(new IntlMessageFormat(message, 'en', undefined, { ignoreTag: true }).getAst());

test.each(messages)('%s can be said', (code, message) => {
  const sentence = sentenceOf({ code, args: samplesFor(message) });
  expect(sentence).not.toMatch(/[{}]|undefined|NaN|\s\s/);
  expect(sentence.trim()).not.toBe('');
});

test('no message quotes a brace, which plain messages do not understand', () => {
  expect(messages.filter(([, message]) => /''|'[{}]/.test(message))).toEqual([]);
});

test('no label has an argument that a light reader of the journal would stumble over', () => {
  const names = Object.values(en.history).flatMap((message) => Object.keys(samplesFor(message)));
  expect(names).not.toContain('input');
});

test('a message is the same with and without the library', () => {
  const plain = 'Link {from} – {verb} – {to}’s <case>';
  const grammar = `${plain}{none, select, other {}}`;
  const args = { from: 'A "b" {c}', verb: 1_000_000, to: "d'e", none: '' };
  expect(formatterOf(plain, 'en')(args)).toBe(formatterOf(grammar, 'en')(args));
  expect(() => formatterOf(plain, 'en')({ from: 'A' })).toThrow();
});

test('a kept label is known by its code and has its arguments', () => {
  expect(words('history.tag.add', { name: 'Doubts' })).toEqual({
    code: 'history.tag.add',
    args: { name: 'Doubts' },
  });
  expect(say('history.batch', { count: 50_000 })).toBe('50000 changes');
  expect(isKnown({ code: 'history.tag.add', args: { name: 'Doubts' } })).toBe(true);
  expect(isKnown({ code: 'history.tag.add', args: {} })).toBe(false);
  for (const code of ['history.judgement.add', 'history.constructor', 'tag', '']) {
    expect(isKnown({ code, args: { name: 'Doubts' } })).toBe(false);
  }
});

test('the arguments of a message are read from its text', () => {
  expectTypeOf<keyof ArgumentsIn<'Nothing.'>>().toBeNever();
  expectTypeOf<ArgumentsIn<'{a} {b, number} of “{c}”'>>().toEqualTypeOf<{
    readonly a: string | number;
    readonly b: number;
    readonly c: string | number;
  }>();
  expectTypeOf<
    ArgumentsIn<'{n, plural, one {{n} file of {a}} other {{n} files}} {k, select, x {y} other {z}} {b}'>
  >().toEqualTypeOf<{
    readonly n: number;
    readonly a: string | number;
    readonly k: string;
    readonly b: string | number;
  }>();
  // @ts-expect-error no such message
  expect(() => say('history.nothing')).toThrow();
  // @ts-expect-error an argument is missing
  expect(() => say('history.tag.add', {})).toThrow();
  // @ts-expect-error an argument is one too many
  say('history.tag.add', { name: 'Doubts', colour: 'red' });
  // @ts-expect-error what is counted is a number
  say('history.batch', { count: 'many' });
});

test('another language has the same keys and arguments, or it does not compile', () => {
  const { undo: _undo, ...rest } = en.history;
  translated('history', { ...rest, undo: 'Nummer {n} zurück' });
  // @ts-expect-error a message is missing
  translated('history', rest);
  // @ts-expect-error a message is one too many
  translated('history', { ...en.history, undone: 'Zurück' });
  // @ts-expect-error an argument is missing
  translated('history', { ...rest, undo: 'Zurück' });
  // @ts-expect-error an argument is one too many
  translated('history', { ...rest, undo: 'Nummer {n} von {all} zurück' });
});

test('every message of the catalogue is said somewhere', () => {
  const root = join(import.meta.dirname, '../../..');
  const sources = ['data', 'electron', 'renderer'].flatMap((room) =>
    readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(ts|svelte)$/.test(name) && !/^words[\\/]en/.test(name))
      .map((name) => readFileSync(join(root, room, name), 'utf8')),
  );
  const said = new Set(sources.join('\n').match(/(?<=['`])[a-z]\w*\.[\w.${}-]+(?=['`])/gi));
  const patterns = [...said].filter((code) => code.includes('${'));
  const isSaid = (code: string) =>
    said.has(code) || patterns.some((pattern) => fits(code, pattern));
  expect(messages.map(([code]) => code).filter((code) => !isSaid(code))).toEqual([]);
});

/** Whether a code may be what a template with one changing part makes. */
function fits(code: string, template: string): boolean {
  const [start = '', end = ''] = template.split(/\$\{.*\}/);
  return start.includes('.') && code.startsWith(start) && code.endsWith(end);
}
