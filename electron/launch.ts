import { resolve } from 'node:path';

/** What a start of the program is for. */
export type Launch =
  | { mode: 'window'; casePath?: string }
  | { mode: 'command'; args: string[] }
  /** Prints a page to a PDF; the command line starts the program so for itself. */
  | { mode: 'print'; userData: string };

/** The switch of {@link Launch} `print`; the folder that Chromium may use follows it. */
export const PRINT_SWITCH = '--print-pdf';

/**
 * Reads the arguments of a start. A word that is one of the commands starts the command line with
 * everything from there on, and with a `--json` before it; any other word is the folder of a case, from `folder` if relative.
 */
export function readLaunch(
  args: readonly string[],
  commands: ReadonlySet<string>,
  folder: string,
): Launch {
  const print = args.indexOf(PRINT_SWITCH);
  if (print >= 0) {
    const userData = args[print + 1];
    if (userData !== undefined) return { mode: 'print', userData };
  }
  const at = args.findIndex((arg) => !arg.startsWith('-'));
  const word = args[at];
  if (word === undefined) return { mode: 'window' };
  if (commands.has(word)) {
    const before = args.slice(0, at).filter((arg) => arg === '--json');
    return { mode: 'command', args: [...before, ...args.slice(at)] };
  }
  return { mode: 'window', casePath: resolve(folder, word) };
}

/**
 * The program's own arguments. A packaged program has them after its name; in development they
 * follow the folder of the app, and Electron's switches (`-r` with a module) stand before it.
 */
export function ownArguments(argv: readonly string[], isDefaultApp: boolean): string[] {
  if (!isDefaultApp) return argv.slice(1);
  for (let at = 1; at < argv.length; at += 1) {
    const arg = argv[at] ?? '';
    if (arg === '-r' || arg === '--require') at += 1;
    else if (!arg.startsWith('-')) return argv.slice(at + 1);
  }
  return [];
}
