import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import { builtinModules } from 'node:module';
import { fileURLToPath } from 'node:url';
import tseslint from 'typescript-eslint';
import { noProse } from './no-prose.js';

const projectRoot = fileURLToPath(new URL('..', import.meta.url));

const NODE = { regex: `^(node:|(${builtinModules.join('|')})$)`, message: 'No Node in this room.' };
const ELECTRON = { regex: '^electron($|/)', message: 'No Electron in this room.' };
const SVELTE = { regex: '^svelte($|/)', message: 'No Svelte in this room.' };
const NODE_GLOBALS = [
  'process',
  'Buffer',
  'global',
  'require',
  'module',
  '__dirname',
  '__filename',
];
const DOM_GLOBALS = ['window', 'document', 'navigator', 'localStorage', 'fetch', 'console'];

/** What each room must not import; tests/ may import anything and is imported by nobody. */
const zones = [
  zone('data', ['electron', 'renderer', 'build', 'tests'], [NODE, ELECTRON, SVELTE]),
  zone('electron', ['renderer', 'build', 'tests'], [SVELTE]),
  zone('renderer', ['electron', 'build', 'tests'], [NODE, ELECTRON]),
  { files: ['data/**'], rules: noGlobals([...NODE_GLOBALS, ...DOM_GLOBALS]) },
  { files: ['renderer/**'], rules: noGlobals(NODE_GLOBALS) },
];

/** Text that is the same in every language, or that no person is shown; `{}` is what is filled in. */
const noWords = [
  // names
  ...['Wakhan', 'Wakhan {}', 'wakhan: {}', 'wakhan: {}\n', 'wakhan {} {}', '  wakhan {} {}'],
  ...['Wakhan import', 'Wakhan case', 'Wakhan report', 'Wakhan search', 'Wakhan versions'],
  ...['Markdown', '{} {} UTC'],
  // how documents came into a case and who made it, kept in records
  ...['file dialog', 'drag and drop', 'command line', 'bundled with the program'],
  ...[
    'watched folder',
    'read again',
    'HTML Format',
    'electron application/osclipboard;format="{}"',
  ],
  ...['Wakhan sample', 'Wakhan corridor.case'],
  // keys that are compared or hashed
  ...['publisher {}', 'document {}', 'wakhan box', 'wakhan names', 'wakhan recovery'],
  ...['journal record {}', '{} passphrase', '{} recovery'],
  // what the command line prints for programs to read, and the log
  ...['failed     {}  {}', 'web view'],
  // markup
  ...['font-src data:; ', 'translate({} {}) rotate({})'],
];

/** The same for the window. */
const noWordsOfTheWindow = [
  // not moved yet: what a worker says that fails without words; `Ctrl` and `Alt` in the names of keys
  // (`palette/key-words.ts`), which the rule takes for keys
  'layout failed',
  // names
  ...['Wakhan', 'SHA-256', '{} {} UTC', 'XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX'],
  // letters on keys, the beginning of their names, and signs on the buttons of the search in a text
  ...['E C N A R', 'Page', 'Aa', '|w|', 'é'],
  // keys that are compared
  ...['{} {} in', 'document {}', 'Files'],
  // selectors, media queries, styles and events
  ...['.inspector header :is(input, textarea)', 'li button', 'button, input, select, a, header'],
  ...['[tabindex="0"], button, input, canvas', 'node, edge', '{} hover'],
  ...['(prefers-color-scheme: dark)', '(prefers-contrast: more)'],
  ...['(prefers-reduced-motion: reduce)', 'light-dark({}, {})', 'oklch(from {} {} c h)'],
  ...['{} {}px {}', 'dragpan scrollzoom pinchzoom', 'select unselect', 'mouseover mousemove'],
  // faults of the program itself
  ...['a page can draw', 'a text is open while it is tagged', 'a case always has its header'],
];

/** Rooms whose sentences are in the catalogue. */
const translated = [
  {
    files: ['renderer/**'],
    // styles of underlines
    ignores: ['renderer/reader/paint.ts'],
    plugins: { words: { rules: { 'no-prose': noProse } } },
    rules: {
      'words/no-prose': [
        'error',
        { allow: noWordsOfTheWindow, capitals: true, names: ['group', 'key', 'keys'] },
      ],
    },
  },
  {
    files: ['data/**/*.ts', 'electron/**/*.ts'],
    ignores: [
      'data/words/**',
      // words that are read, not said
      'data/text/{fold,sentences}.ts',
      'data/queries/{read-date,occurrence-places}.ts',
      'data/formats/import/page-folders.ts',
      'data/formats/import/html/{elements,json-ld,meta-names,debris-names,dress,lists,tables}.ts',
      // for who writes a bundled sample
      'data/samples/**',
      // style sheets, names of fonts, policies
      'data/formats/report/html/{fonts,style}.ts',
      'data/formats/report/figure/network-figure.ts',
      'electron/security/content-policy.ts',
      // runs in the page from its text, where it can import nothing
      'electron/preload/no-pickers.ts',
    ],
    plugins: { words: { rules: { 'no-prose': noProse } } },
    rules: { 'words/no-prose': ['error', { allow: noWords }] },
  },
];

export default tseslint.config(
  { ignores: ['node_modules', 'dist', 'release', 'coverage', 'test-results'] },
  js.configs.recommended,
  {
    files: ['**/*.{ts,svelte}'],
    extends: [...tseslint.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: {
        projectService: true,
        tsconfigRootDir: projectRoot,
        extraFileExtensions: ['.svelte'],
      },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
      ],
      // A port's method is async by contract even where one implementation has nothing to await.
      '@typescript-eslint/require-await': 'off',
    },
  },
  ...svelte.configs.recommended,
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: {
      globals: globals.browser,
      parserOptions: {
        parser: tseslint.parser,
        projectService: true,
        tsconfigRootDir: projectRoot,
        extraFileExtensions: ['.svelte'],
      },
    },
    rules: {
      // The type checker knows better what exists, and which types are global.
      'no-undef': 'off',
      // Record tables are replaced whole in $state.raw: deep proxies are slow on long lists.
      'svelte/prefer-svelte-reactivity': 'off',
    },
  },
  {
    // Each component has its types worked out anew, most of the time of the window's rules; `svelte-check` has them.
    files: ['**/*.svelte'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { parserOptions: { projectService: false } },
  },
  {
    files: ['build/**', '**/*.mjs'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { globals: globals.node, parserOptions: { projectService: false } },
  },
  // Playwright insists on a destructured first argument, even where nothing is taken from it.
  { files: ['tests/app/**'], rules: { 'no-empty-pattern': 'off' } },
  ...zones,
  ...translated,
);

function zone(room, others, packages) {
  const foreign = others.map((other) => ({
    regex: `^(\\.\\./)+${other}/`,
    message: `${room}/ must not import ${other}/.`,
  }));
  return {
    files: [`${room}/**`],
    rules: { 'no-restricted-imports': ['error', { patterns: [...foreign, ...packages] }] },
  };
}

function noGlobals(names) {
  return { 'no-restricted-globals': ['error', ...names] };
}
