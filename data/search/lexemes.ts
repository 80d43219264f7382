import { fieldNames, type FieldName } from './query.ts';

/** A piece of a search as it is typed, with where it stands (UTF-16, half-open). */
export interface Lexeme {
  kind: 'open' | 'close' | 'near' | 'comma' | 'field' | 'quoted' | 'word';
  /** What is in it, without quotes; of a field, its name. */
  text: string;
  start: number;
  end: number;
  /** `*` behind quoted words. */
  prefix?: true;
  /** Quotes that are not closed. */
  isOpen?: true;
}

const QUOTE = /["“”„‟«»＂]/;
const SPACE = /\s/;
/** What ends a word. */
const END = /[\s()"“”„‟«»＂]/;
const FIELD = /^([a-z]{2,12}):/i;
const NEAR = /^near\(/i;

/** Takes a search apart. Within `near( )` a comma stands alone, elsewhere it belongs to its word. */
export function lexemesOf(typed: string): Lexeme[] {
  const found: Lexeme[] = [];
  let near = 0;
  for (let at = 0; at < typed.length;) {
    const sign = typed.charAt(at);
    if (SPACE.test(sign)) at++;
    else {
      const lexeme = next(typed, at, near > 0);
      if (lexeme.kind === 'near') near = 1;
      else if (near > 0 && lexeme.kind === 'open') near++;
      else if (near > 0 && lexeme.kind === 'close') near--;
      found.push(lexeme);
      at = lexeme.end;
    }
  }
  return found;
}

function next(typed: string, at: number, inNear: boolean): Lexeme {
  const sign = typed.charAt(at);
  const one = (kind: Lexeme['kind'], length: number, text = ''): Lexeme => ({
    kind,
    text,
    start: at,
    end: at + length,
  });
  if (sign === '(') return one('open', 1);
  if (sign === ')') return one('close', 1);
  if (inNear && sign === ',') return one('comma', 1);
  if (QUOTE.test(sign)) return quoted(typed, at);
  const rest = typed.slice(at, at + 16);
  if (NEAR.test(rest)) return one('near', 5);
  const [all = '', name = ''] = FIELD.exec(rest) ?? [];
  if (isField(name.toLowerCase())) return one('field', all.length, name.toLowerCase());
  let end = at;
  while (end < typed.length && !END.test(typed.charAt(end))) {
    if (inNear && typed.charAt(end) === ',') break;
    end++;
  }
  return { kind: 'word', text: typed.slice(at, end), start: at, end };
}

function quoted(typed: string, start: number): Lexeme {
  let end = start + 1;
  while (end < typed.length && !QUOTE.test(typed.charAt(end))) end++;
  const isOpen = end >= typed.length;
  const text = typed.slice(start + 1, end);
  const hasStar = typed.charAt(end + 1) === '*';
  const length = Math.min(typed.length, end + (hasStar ? 2 : 1));
  return {
    kind: 'quoted',
    text,
    start,
    end: length,
    ...(hasStar && { prefix: true }),
    ...(isOpen && { isOpen: true }),
  };
}

const isField = (name: string): name is FieldName => fieldNames.some((one) => one === name);
