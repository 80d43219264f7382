import { parseArgs } from 'node:util';
import { say } from '#data/words/say.ts';
import type { Command, OptionTable } from './command.ts';
import { commands } from './commands.ts';
import { wrongUse } from './wrong-use.ts';

const common: OptionTable = {
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
};

/** The arguments of one call, taken apart. */
export interface Parsed {
  command: Command;
  name: string;
  words: string[];
  options: Readonly<Record<string, unknown>>;
}

/** Takes the arguments after the program's name apart. Throws `wrong-use`. */
export function parseCall(argv: readonly string[]): Parsed {
  const [name = '', ...rest] = argv;
  const command = commands.get(name);
  if (!command) {
    throw wrongUse(
      say('command.noSuchCommand', { name, commands: [...commands.keys()].join(', ') }),
    );
  }
  const { positionals, values } = parsed(name, command, rest);
  const [least, most] = command.words;
  const asksForHelp = values.help === true;
  if (!asksForHelp && (positionals.length < least || positionals.length > most)) {
    throw wrongUse(say('command.useItAs', { name, usage: command.usage }).trim());
  }
  return { name, command, words: positionals, options: values };
}

function parsed(name: string, command: Command, args: string[]) {
  try {
    const options = { ...command.options, ...common };
    return parseArgs({ args, options, allowPositionals: true, strict: true });
  } catch (thrown) {
    const why = thrown instanceof Error ? thrown.message : String(thrown);
    throw wrongUse(say('command.wrongArguments', { why, name, usage: command.usage }).trim());
  }
}
