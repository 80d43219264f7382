import { say } from '../words/say.ts';
import type { LetterRules } from '../text/letters.ts';
import { filterOf } from './fields.ts';
import { lexemesOf, type Lexeme } from './lexemes.ts';
import type { FieldName, Phrase, Problem, Query } from './query.ts';
import { phraseOf, wordOf } from './terms.ts';
import { LOOSE } from './tokens.ts';

/** What of a search was understood, and what was not. */
export interface Parsed {
  /** Absent when nothing is asked for. */
  query?: Query;
  problems: Problem[];
}

/** Longest search that is read, in UTF-16 code units; most parts within parts. */
const LONGEST = 4_000;
const DEEPEST = 50;
/** Words between the ends of a `near( )` that does not say how many. */
const WITHIN = 5;

/**
 * Reads a search as people type it: words, "phrases", begin*, like~, near(a b, 5), AND OR NOT ( ), and
 * fields. Parts next to each other must all be there; AND binds closer than OR. Never throws: what cannot be
 * read is told, and the rest is the search.
 */
export function parseSearch(typed: string, rules: LetterRules = LOOSE): Parsed {
  const parser = new Parser(lexemesOf(typed.slice(0, LONGEST)), rules);
  const query = parser.whole();
  if (typed.length > LONGEST) {
    const message = say('search.tooLong', { most: LONGEST });
    parser.problems.push({ start: LONGEST, end: typed.length, message });
  }
  return { ...(query && { query }), problems: parser.problems };
}

class Parser {
  readonly problems: Problem[] = [];
  readonly #lexemes: readonly Lexeme[];
  readonly #rules: LetterRules;
  #at = 0;
  #depth = 0;
  #isCut = false;

  constructor(lexemes: readonly Lexeme[], rules: LetterRules) {
    this.#lexemes = lexemes;
    this.#rules = rules;
  }

  whole(): Query | undefined {
    const parts: Query[] = [];
    for (;;) {
      const part = this.#any();
      if (part) parts.push(part);
      const over = this.#lexemes[this.#at];
      if (!over) return joined('and', parts);
      this.#refuse(over, say('search.closedTooOften'));
      this.#at++;
    }
  }

  /** Parts of which one must be there. */
  #any(field?: FieldName): Query | undefined {
    const parts: Query[] = [];
    for (;;) {
      const part = this.#all(field);
      if (part) parts.push(part);
      const operator = this.#lexemes[this.#at];
      if (!operator || !isOperator(operator, 'OR')) return joined('or', parts);
      this.#at++;
      if (!part || this.#isOver())
        this.#refuse(operator, say('search.nothingBeside', { operator: 'OR' }));
    }
  }

  /** Parts that must all be there. */
  #all(field?: FieldName): Query | undefined {
    const parts: Query[] = [];
    for (;;) {
      const lexeme = this.#lexemes[this.#at];
      if (!lexeme || lexeme.kind === 'close' || isOperator(lexeme, 'OR'))
        return joined('and', parts);
      if (isOperator(lexeme, 'AND')) {
        this.#at++;
        if (parts.length === 0 || this.#isOver()) {
          this.#refuse(lexeme, say('search.nothingBeside', { operator: 'AND' }));
        }
      } else {
        const part = this.#one(lexeme, field);
        if (part) parts.push(part);
      }
    }
  }

  #one(lexeme: Lexeme, field?: FieldName): Query | undefined {
    this.#at++;
    if (isOperator(lexeme, 'NOT')) return this.#denied(lexeme, field);
    if (lexeme.kind === 'open') return this.#group(lexeme, field);
    if (lexeme.kind === 'near') return this.#near(lexeme);
    if (lexeme.kind === 'field') return this.#field(lexeme);
    if (lexeme.kind === 'comma') return undefined;
    return field ? this.#filter(field, lexeme) : this.#words(lexeme);
  }

  #denied(operator: Lexeme, field?: FieldName): Query | undefined {
    const next = this.#lexemes[this.#at];
    const part = next && !this.#isOver() ? this.#one(next, field) : undefined;
    if (!next || this.#isOverAt(next))
      this.#refuse(operator, say('search.nothingBeside', { operator: 'NOT' }));
    return part && { kind: 'not', part };
  }

  #group(open: Lexeme, field?: FieldName): Query | undefined {
    if (++this.#depth > DEEPEST) {
      this.#refuse(open, say('search.tooDeep', { most: DEEPEST }));
      this.#at = this.#lexemes.length;
      this.#isCut = true;
    }
    const inside = this.#any(field);
    this.#depth--;
    if (this.#lexemes[this.#at]?.kind === 'close') this.#at++;
    else if (!this.#isCut) this.#refuse(open, say('search.notClosed'));
    return inside;
  }

  #words(lexeme: Lexeme): Phrase | undefined {
    const phrase = this.#phrase(lexeme);
    if (!phrase) this.#refuse(lexeme, say('search.noWords', { text: lexeme.text }));
    return phrase;
  }

  #phrase({ kind, text, prefix, isOpen, start, end }: Lexeme): Phrase | undefined {
    if (isOpen) this.problems.push({ start, end, message: say('search.quoteNotClosed') });
    if (kind === 'quoted') return phraseOf(text, this.#rules, prefix);
    const name = /^([a-z]{2,12}):[^/]/i.exec(text)?.[1];
    if (name !== undefined) {
      this.problems.push({ start, end, message: say('search.noSuchField', { name }) });
    }
    return wordOf(text, this.#rules);
  }

  #field({ text: name, start, end }: Lexeme): Query | undefined {
    const field = name as FieldName;
    const value = this.#lexemes[this.#at];
    if (!value || value.start !== end || value.kind === 'close') {
      this.problems.push({ start, end, message: say('search.emptyField', { field }) });
      return undefined;
    }
    this.#at++;
    if (value.kind === 'open') return this.#group(value, field);
    return this.#filter(field, value);
  }

  #filter(field: FieldName, value: Lexeme): Query | undefined {
    const found = filterOf(field, value.text, this.#phrase(value));
    if (!('fault' in found)) return found;
    this.#refuse(value, found.fault);
    return undefined;
  }

  /** `near(a b, 5)`; the opening bracket is part of the first lexeme. */
  #near(open: Lexeme): Query | undefined {
    const phrases: Phrase[] = [];
    let within = WITHIN;
    let lexeme = this.#lexemes[this.#at];
    for (; lexeme && lexeme.kind !== 'close'; lexeme = this.#lexemes[++this.#at]) {
      if (lexeme.kind === 'comma') {
        const number = this.#lexemes[this.#at + 1];
        if (number && /^\d{1,3}$/.test(number.text)) {
          within = Number(number.text);
          this.#at++;
        }
      } else if (lexeme.kind === 'word' || lexeme.kind === 'quoted') {
        const phrase = this.#words(lexeme);
        if (phrase) phrases.push(phrase);
      } else this.#refuse(lexeme, say('search.notInNear'));
    }
    if (lexeme) this.#at++;
    else this.#refuse(open, say('search.notClosed'));
    const [only] = phrases;
    if (phrases.length < 2) this.#refuse(open, say('search.nearNeedsTwo'));
    return phrases.length > 1 ? { kind: 'near', phrases, within } : only;
  }

  #isOver(): boolean {
    const next = this.#lexemes[this.#at];
    return !next || this.#isOverAt(next);
  }

  #isOverAt(lexeme: Lexeme): boolean {
    return lexeme.kind === 'close' || isOperator(lexeme, 'OR') || isOperator(lexeme, 'AND');
  }

  #refuse({ start, end }: Lexeme, message: string): void {
    this.problems.push({ start, end, message });
  }
}

const isOperator = ({ kind, text }: Lexeme, operator: 'AND' | 'OR' | 'NOT'): boolean =>
  kind === 'word' && text === operator;

function joined(kind: 'and' | 'or', parts: Query[]): Query | undefined {
  return parts.length > 1 ? { kind, parts } : parts[0];
}
