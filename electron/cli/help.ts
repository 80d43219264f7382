import type { Command } from './command.ts';
import { commands } from './commands.ts';

/** Help for the whole program. */
export function helpText(): string {
  const lines = [...commands].map(([name, { usage, summary }]) =>
    [`  wakhan ${name} ${usage}`.trimEnd(), `      ${summary}`].join('\n'),
  );
  return [
    'Wakhan: an offline workbench for analysts. Without a command it opens its window.',
    '',
    ...lines,
    '',
    'Everywhere: --json for machine-readable output, --help for the options of a command.',
    'Encrypted cases open with --passphrase-file or --recovery-key-file, or with WAKHAN_PASSPHRASE or',
    'WAKHAN_RECOVERY_KEY in the environment; a lost passphrase is lost data.',
    'Exit codes: 0 done, 1 something was refused, 2 wrong use, 130 stopped by a signal.',
  ].join('\n');
}

/** Help for one command. */
export function commandHelp(name: string, { usage, summary, hints = {} }: Command): string {
  const options = Object.entries(hints).map(([option, hint]) => `  --${option}  ${hint}`);
  return [`wakhan ${name} ${usage}`.trimEnd(), `  ${summary}`, ...options].join('\n');
}
