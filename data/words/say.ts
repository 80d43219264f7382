import type { ArgumentsOf, Code, CodeOf } from './catalogue.ts';
import { en } from './en/index.ts';
import { formatterOf, type Arguments, type Formatter } from './format.ts';

/** A sentence that is not said yet: what the journal keeps of it, in no language. */
export interface Words {
  readonly code: string;
  readonly args: Arguments;
}

/** Each message is prepared when it is said first: a start needs few of them. */
const formatters = new Map<string, Formatter>();

/** A sentence of the catalogue. The only way in which the program gets words for people. */
export function say<C extends Code>(code: C, ...[args]: ArgumentsOf<C>): string {
  return formatterFor(code)(args ?? {});
}

/** A label of the history, to be kept and said later. */
export function words<C extends CodeOf<'history'>>(code: C, ...[args]: ArgumentsOf<C>): Words {
  return { code, args: args ?? {} };
}

/** Says a label. Throws when it is not {@link isKnown}. */
export function sentenceOf({ code, args }: Words): string {
  return formatterFor(code)(args);
}

/** Whether this program can say words that come from a file or a script: their code and arguments fit. */
export function isKnown(kept: Words): boolean {
  try {
    sentenceOf(kept);
    return kept.code.startsWith('history.');
  } catch {
    return false;
  }
}

function formatterFor(code: string): Formatter {
  const known = formatters.get(code);
  if (known) return known;
  const made = formatterOf(messageOf(code), 'en');
  formatters.set(code, made);
  return made;
}

function messageOf(code: string): string {
  const areas: Readonly<Record<string, Readonly<Record<string, string>>>> = en;
  const dot = code.indexOf('.');
  const area = ownOf(areas, code.slice(0, dot));
  const message = area && ownOf(area, code.slice(dot + 1));
  if (message === undefined) throw new TypeError(`There is no message ${code}.`);
  return message;
}

const ownOf = <T>(all: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(all, key) ? all[key] : undefined;
