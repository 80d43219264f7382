import type { Span } from '../text/finder.ts';
import { isWithin } from './distance.ts';
import type { Leaf, Near, Phrase, Term } from './query.ts';
import type { Tokens } from './tokens.ts';

/** A run of tokens: the numbers of its first one and of the one behind its last. */
interface Run {
  from: number;
  to: number;
}

/** Finds what a search asks for in the words of texts. What is learnt of words is kept for the next text. */
export class Matcher {
  readonly #leaf: Leaf;
  readonly #fits = new Map<Term, (word: string) => boolean>();

  constructor(leaf: Leaf) {
    this.#leaf = leaf;
  }

  /** Where it stands, in reading order, without overlaps. What is near each other is one place. */
  places(tokens: Tokens): Span[] {
    return this.#runs(tokens).map(({ from, to }) => ({
      start: tokens.starts[from] ?? 0,
      end: tokens.ends[to - 1] ?? 0,
    }));
  }

  /** How many places there are. */
  count(tokens: Tokens): number {
    return this.#runs(tokens).length;
  }

  #runs(tokens: Tokens): Run[] {
    const { kind } = this.#leaf;
    const runs =
      kind === 'phrase' ? this.#phrase(this.#leaf, tokens) : this.#near(this.#leaf, tokens);
    let end = 0;
    return runs.filter(({ from, to }) => {
      if (from < end) return false;
      end = to;
      return true;
    });
  }

  #phrase({ terms }: Phrase, tokens: Tokens): Run[] {
    const { words } = tokens;
    const tests = terms.map((term) => this.#test(term));
    const [first] = tests;
    const runs: Run[] = [];
    if (!first) return runs;
    for (let at = 0; at + terms.length <= words.length; at++) {
      if (!first(words[at] ?? '')) continue;
      if (this.#goesOn(terms, tests, tokens, at)) runs.push({ from: at, to: at + terms.length });
    }
    return runs;
  }

  #goesOn(
    terms: readonly Term[],
    tests: readonly ((word: string) => boolean)[],
    { words, follows }: Tokens,
    at: number,
  ): boolean {
    for (let i = 1; i < terms.length; i++) {
      if (!tests[i]?.(words[at + i] ?? '')) return false;
      const term = terms[i];
      const areSigns = term?.isSign === true && terms[i - 1]?.isSign === true;
      if (areSigns && (follows[at + i] ?? false) !== (term.follows ?? false)) return false;
    }
    return true;
  }

  /** The shortest stretches that hold all phrases: none of them holds another. */
  #near({ phrases, within }: Near, tokens: Tokens): Run[] {
    const found = phrases.map((phrase) => this.#phrase(phrase, tokens));
    const next = phrases.map(() => 0);
    const runs: Run[] = [];
    for (;;) {
      const now = next.map((at, i) => found[i]?.[at]).filter((run) => run !== undefined);
      if (now.length < phrases.length || now.length === 0) return runs;
      const last = Math.max(...now.map(({ from }) => from));
      if (now.every(({ to }) => last - to <= within)) keepShortest(runs, around(now));
      // What ends first is too far from all that is still to come, or was in a stretch already.
      const first = now.reduce((least, { to }, i) => (to < (now[least]?.to ?? 0) ? i : least), 0);
      next[first] = (next[first] ?? 0) + 1;
    }
  }

  /** Whether a word is one of those that a term stands for. */
  #test(term: Term): (word: string) => boolean {
    const known = this.#fits.get(term);
    if (known) return known;
    const made = testOf(term);
    this.#fits.set(term, made);
    return made;
  }
}

const around = (runs: readonly Run[]): Run => ({
  from: Math.min(...runs.map(({ from }) => from)),
  to: Math.max(...runs.map(({ to }) => to)),
});

/** Adds a stretch and takes away those that hold it: both ends grow from one to the next. */
function keepShortest(runs: Run[], run: Run): void {
  while ((runs.at(-1)?.to ?? -1) >= run.to) runs.pop();
  runs.push(run);
}

/** Whether a word is one of those that a term stands for; what was asked once is remembered. */
function testOf({ text, prefix, fuzzy }: Term): (word: string) => boolean {
  if (prefix) return (word) => word.startsWith(text);
  if (fuzzy === undefined) return (word) => word === text;
  const known = new Map<string, boolean>();
  return (word) => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const is = isWithin(text, word, fuzzy);
    known.set(word, is);
    return is;
  };
}
