import { say } from '#data/words/say.ts';
import type { Command } from './command.ts';
import { commands } from './commands.ts';

/** Help for the whole program. */
export function helpText(): string {
  const lines = [...commands].map(([name, { usage, summary }]) =>
    [`  wakhan ${name} ${usage}`.trimEnd(), `      ${summary}`].join('\n'),
  );
  return [
    say('help.program'),
    '',
    ...lines,
    '',
    say('help.everywhere'),
    say('help.secrets'),
    say('help.exitCodes'),
  ].join('\n');
}

/** Help for one command. */
export function commandHelp(name: string, { usage, summary, hints = {} }: Command): string {
  const options = Object.entries(hints).map(([option, hint]) => `  --${option}  ${hint}`);
  return [`wakhan ${name} ${usage}`.trimEnd(), `  ${summary}`, ...options].join('\n');
}
