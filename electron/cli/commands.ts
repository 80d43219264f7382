import type { Command, OptionTable } from './command.ts';
import { listable } from './listable.ts';

const author: OptionTable = { author: { type: 'string' } };
const authorHint = { author: 'who signs the changes (default: your user name)' };

/** Every command by its name, in the order of the help. */
export const commands: ReadonlyMap<string, Command> = new Map<string, Command>(
  Object.entries({
    new: {
      usage: '<case> [--title <title>]',
      summary: 'make a new case in a folder',
      words: [1, 1],
      options: {
        title: { type: 'string' },
        marking: { type: 'string' },
        codebook: { type: 'string' },
        ...author,
      },
      hints: {
        title: 'title of the case (default: the name of the folder)',
        marking: 'TLP marking of its documents (default: CLEAR)',
        codebook: 'codebook file to start with (default: the bundled one)',
        ...authorHint,
      },
      changes: true,
      load: async () => (await import('./new-case.ts')).newCase,
    },
    open: {
      usage: '<case>',
      summary: 'check that a case can be opened and print a summary',
      words: [1, 1],
      options: {},
      load: async () => (await import('./open-case.ts')).openCase,
    },
    import: {
      usage: '<case> <file|folder>...',
      summary: 'import files, one result per file',
      words: [2, Infinity],
      options: { encoding: { type: 'string' }, ...author },
      hints: { encoding: 'encoding of the files, such as windows-1252', ...authorHint },
      changes: true,
      load: async () => (await import('./import-command.ts')).importCommand,
    },
    list: {
      usage: `<case> ${Object.keys(listable).join('|')}`,
      summary: 'list the records of one kind, or the journal',
      words: [2, 2],
      options: {},
      load: async () => (await import('./list-command.ts')).listCommand,
    },
    apply: {
      usage: '<case> <operations.ndjson|->',
      summary: 'run operations {"op","input"} line by line, answering each with one JSON line',
      words: [2, Infinity],
      options: author,
      hints: authorHint,
      changes: true,
      load: async () => (await import('./apply-command.ts')).applyCommand,
    },
    network: {
      usage: '<case>',
      summary: 'print actors and relations with the quotes that carry them',
      words: [1, 1],
      options: {},
      load: async () => (await import('./network-command.ts')).networkCommand,
    },
    export: {
      usage: '<case> --format html|md|pdf -o <file>',
      summary: 'write a report',
      words: [1, 1],
      options: {
        format: { type: 'string' },
        output: { type: 'string', short: 'o' },
        title: { type: 'string' },
        summary: { type: 'string' },
        sections: { type: 'string' },
      },
      hints: {
        format: 'html, md or pdf (default: from the ending of the file)',
        output: 'file to write; replaced when it is there',
        title: 'title of the report (default: that of the case)',
        summary: 'summary in your words (default: that of the case)',
        sections: 'ids of the sections to print, parted by commas',
      },
      load: async () => (await import('./export-command.ts')).exportCommand,
    },
    verify: {
      usage: '<case>',
      summary: 'check hash chain, quotes, references and originals',
      words: [1, 1],
      options: {},
      load: async () => (await import('./verify-command.ts')).verifyCommand,
    },
    operations: {
      usage: '',
      summary: 'print every operation with the JSON Schema of its input',
      words: [0, 0],
      options: {},
      load: async () => (await import('./operations-command.ts')).operationsCommand,
    },
  } satisfies Record<string, Command>),
);
