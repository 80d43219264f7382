import type { ParseArgsConfig } from 'node:util';
import type { Launch } from '../background/wire.ts';
import type { Output } from './streams.ts';
import type { Readable } from 'node:stream';

/** Options of one command, as `node:util` parses them. */
export type OptionTable = NonNullable<ParseArgsConfig['options']>;

/** What a command gets. */
export interface Invocation {
  /** Words after the command's name. */
  words: string[];
  /** Value of an option that takes one. */
  option: (name: string) => string | undefined;
  /** Whether an option that takes no value was given. */
  flag: (name: string) => boolean;
  /** Whether `--json` was given: machine-readable output, and nothing else, on stdout. */
  json: boolean;
  /** Who signs the changes. */
  author: string;
  stdin: Readable;
  out: Output;
  /** Notes for a person, on stderr. */
  notes: Output;
  /** Aborted when the process is told to stop: the command leaves nothing half done and ends. */
  signal: AbortSignal;
  /** Starts a process that works in the background: reads foreign files, packs a case. */
  launch: Launch;
}

/** The work of a command. Answers the exit code: 0, or 1 when something was refused. */
export type Work = (invocation: Invocation) => Promise<number>;

/** A command: its use in words and its code, loaded only when it is called. */
export interface Command {
  /** Words after the name, for the help: `<case> <file|folder>...`. */
  usage: string;
  summary: string;
  /** Least and most number of words. */
  words: readonly [least: number, most: number];
  options: OptionTable;
  /** A line of help per option. */
  hints?: Readonly<Record<string, string>>;
  /** Whether the command changes something: then a reader that goes away is a failure. */
  changes?: boolean;
  /** Whether it looks at {@link Invocation.signal}; else the process just ends. */
  stoppable?: boolean;
  load(): Promise<Work>;
}
