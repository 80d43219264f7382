import { IntlMessageFormat } from 'intl-messageformat';

/** What a message has places for. */
export type Arguments = Readonly<Record<string, string | number>>;

/** A message that is ready to be filled in. Throws when an argument is missing. */
export type Formatter = (args: Arguments) => string;

/** A place with nothing but a name, and the sign of anything that needs ICU's grammar. */
const PLACE = /\{(\w+)\}/;
const GRAMMAR = /\{\w+,/;

/**
 * Prepares a message of ICU's grammar. Most have plain places only and are put together here: a label is
 * made at every save, and the library would take ten times as long. Braces cannot be quoted.
 */
export function formatterOf(message: string, language: string): Formatter {
  if (!GRAMMAR.test(message)) return plainFormatter(message.split(PLACE));
  const format = new IntlMessageFormat(message, language, undefined, { ignoreTag: true });
  return (args) => String(format.format(args));
}

/** `pieces` are by turns words and names of arguments. */
function plainFormatter([first = '', ...rest]: readonly string[]): Formatter {
  return (args) => {
    let text = first;
    for (let at = 0; at < rest.length; at += 2) {
      const name = rest[at] ?? '';
      const value = args[name];
      if (value === undefined) throw new TypeError(`The argument ${name} is missing.`);
      text += `${value}${rest[at + 1]}`;
    }
    return text;
  };
}
