import { Linter } from 'eslint';
import svelte from 'eslint-plugin-svelte';
import { expect, test } from 'vitest';
import { noProse } from '../../build/no-prose.js';

const linter = new Linter();
const faults = (code, options = {}) =>
  linter.verify(code, {
    plugins: { words: { rules: { 'no-prose': noProse } } },
    rules: { 'words/no-prose': ['error', options] },
  });

test.each([
  "throw new Error('Nothing was changed.')",
  'throw new AppError("no-space", `“${name}” is a folder.`)',
  'out.line(`Wrote ${path}`)',
  'const html = `<p>Page <b>${n}</b> of the report</p>`',
  "const entry = { label: 'Undo' }",
  "const menu = { title: 'Größe' }",
])('refuses %s', (code) => {
  expect(faults(code)).toHaveLength(1);
});

test.each([
  "import 'no such module'",
  "say('jobs.writing', { file })",
  "const entry = { label: say('menu.undo'), command: 'edit.undo' }",
  "log.note('window', 'the page is gone')",
  "class Jobs { #log; end() { this.#log.error('job', 'it is gone'); } }",
  "const record = { title: title, 'two words': 1 }",
  "const shape = 'round-rectangle'; const colour = `${a}-${b}`",
  'const html = `<table class="rows wide"><td>${cell}</td></table>`',
  'const mark = new RegExp(`two words ${end}`)',
])('lets pass %s', (code) => {
  expect(faults(code)).toEqual([]);
});

test('names that are the same in every language can be allowed', () => {
  const options = { allow: ['Wakhan {}'] };
  expect(faults('const name = `Wakhan ${version}`', options)).toEqual([]);
  expect(faults('const name = `Wakhan for ${person}`', options)).toHaveLength(1);
});

test.each([
  ["const choices = ['Undo', 'Redo']", 2],
  ["const words = n === 1 ? 'Actor' : `Actors`", 2],
  ["const key = 'Enter'; if (word === 'Case') press('Ctrl+Shift+ArrowUp')", 0],
  ["const command = { group: 'Case', keys: ['Shift+click'] }", 0],
])('where capitals count: %s', (code, count) => {
  expect(faults(code, { capitals: true, names: ['group', 'keys'] })).toHaveLength(count);
});

test('looks into the markup of components', () => {
  const base = svelte.configs.base.find(({ languageOptions }) => languageOptions?.parser);
  const markup = `<p class="two words" title="Two words">Some words<b>{name}</b></p><style>p { margin: 0 auto; }</style>
    <input placeholder="role" type="text" value={n} /><i>undated</i> · <Row label={say('rail.name')} />`;
  const found = linter.verify(
    markup,
    [
      {
        files: ['**/*.svelte'],
        languageOptions: base.languageOptions,
        plugins: { words: { rules: { 'no-prose': noProse } } },
        rules: { 'words/no-prose': 'error' },
      },
    ],
    'a.svelte',
  );
  expect(found.map(({ line, column }) => [line, column])).toEqual([
    [1, 29],
    [1, 40],
    [2, 25],
    [2, 58],
  ]);
});
