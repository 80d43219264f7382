import { realpathSync } from 'node:fs';
import { userInfo } from 'node:os';
import { pathToFileURL } from 'node:url';
import { asAppError } from '#data/errors.ts';
import type { Invocation } from './command.ts';
import { launchNode } from '../background/launch-node.ts';
import type { Launch } from '../background/wire.ts';
import { parseCall, type Parsed } from './arguments.ts';
import { neverStops, STOPPED, stopSignal } from './stop-signal.ts';
import { commandHelp, helpText } from './help.ts';
import { Output, OutputClosed, type Streams } from './streams.ts';
import { programVersion } from '../version.ts';
import { workerScript } from './worker-script.ts';

/**
 * Runs one call of the command line (`argv` without the program's name) and answers the exit code:
 * 0 done, 1 refused, 2 wrong use, 130 stopped by a signal. Errors go to stderr, with `--json` as `{code, message, details}`.
 * Never throws; when it returns, everything is written and the case is closed. `launch`: how a process
 * is started that works in the background.
 */
export async function run(
  argv: readonly string[],
  streams: Streams = process,
  launch: Launch = launchNode(workerScript()),
): Promise<number> {
  const out = new Output(streams.stdout);
  const notes = new Output(streams.stderr);
  try {
    return await answer(argv, { stdin: streams.stdin, out, notes, launch });
  } catch (thrown) {
    if (thrown instanceof OutputClosed) return 1;
    const error = asAppError(thrown);
    const text = argv.includes('--json') ? JSON.stringify(error) : `wakhan: ${error.message}`;
    await notes.line(text).catch(ignoreClosed);
    if (error.code === 'cancelled') return STOPPED;
    return error.code === 'wrong-use' ? 2 : 1;
  } finally {
    await Promise.all([out.flush(), notes.flush()]);
    out.release();
    notes.release();
  }
}

type Surroundings = Pick<Invocation, 'stdin' | 'out' | 'notes' | 'launch'>;

async function answer(argv: readonly string[], surroundings: Surroundings): Promise<number> {
  const { out } = surroundings;
  const [first = '--help', second] = argv.filter((word) => word !== '--json');
  if (first === '--help' || first === '-h' || (first === 'help' && second === undefined)) {
    await out.lines(helpText());
    return 0;
  }
  if (first === '--version') {
    await out.line(programVersion());
    return 0;
  }
  const call = parseCall(first === 'help' ? [second ?? '', '--help'] : reordered(argv));
  if (call.options.help === true) {
    await out.lines(commandHelp(call.name, call.command));
    return 0;
  }
  return perform(call, surroundings);
}

/** `--json` may stand before the command, too. */
function reordered(argv: readonly string[]): string[] {
  const start = argv.findIndex((word) => word !== '--json');
  return [...argv.slice(start), ...argv.slice(0, Math.max(0, start))];
}

async function perform(
  { command, words, options }: Parsed,
  surroundings: Surroundings,
): Promise<number> {
  const option = (name: string) => {
    const value = options[name];
    return typeof value === 'string' ? value : undefined;
  };
  const flag = (name: string) => options[name] === true;
  const author = option('author') ?? process.env.WAKHAN_AUTHOR ?? userName();
  const work = await command.load();
  const { signal, release } = command.stoppable ? stopSignal() : neverStops();
  try {
    const call = { words, option, flag, json: flag('json'), author, signal };
    return await work({ ...surroundings, ...call });
  } catch (thrown) {
    if (thrown instanceof OutputClosed && !command.changes) return 0;
    throw thrown;
  } finally {
    release();
  }
}

/** A container may run under a number that has no name. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return 'analyst';
  }
}

function ignoreClosed(thrown: unknown): void {
  if (!(thrown instanceof OutputClosed)) throw thrown;
}

/** True when Node was started with this very file. */
function isEntry(): boolean {
  const [, script] = process.argv;
  if (script === undefined) return false;
  try {
    return pathToFileURL(realpathSync(script)).href === import.meta.url;
  } catch {
    return false;
  }
}

if (isEntry()) process.exitCode = await run(process.argv.slice(2));
