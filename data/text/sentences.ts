import { runBefore } from './runs.ts';

/**
 * Where the sentences of a paragraph begin: offsets in UTF-16 code units, the first is 0. One splitter
 * for the whole program; Unicode's own rules (UAX 29) take every “E.” and “Gen.” for an end.
 * Knows the marks of Latin, Cyrillic, Arabic and Chinese script, abbreviations, initials, ordinals and
 * quotes that go on. Line feeds are white space here. Cost: one pass, and a few letters at each full stop.
 */
export function sentenceStarts(text: string): number[] {
  const starts = [0];
  for (const { index, 0: mark } of text.matchAll(END)) {
    const behind = index + mark.length;
    const next = behind + blanks(text, behind);
    if (next >= text.length || next === starts.at(-1)) continue;
    if (!isEnd(text, index, mark, next)) continue;
    starts.push(next);
  }
  return starts;
}

/** The sentences of a paragraph as half-open ranges, without the white space between them. */
export function sentencesOf(text: string): { start: number; end: number }[] {
  const starts = sentenceStarts(text);
  return starts.map((start, i) => {
    const whole = text.slice(start, starts[i + 1]);
    return { start, end: start + whole.trimEnd().length };
  });
}

/** Marks at the end of a sentence, with quotes and brackets that close behind them, and the sign of a note. */
const END =
  /[。！？｡]{1,8}[”’」』】）》"']{0,4}[⁰¹²³⁴-⁹]{0,3}|[.!?…؟۔।]{1,8}["'”’»›“)\]]{0,4}[⁰¹²³⁴-⁹]{0,3}/gu;
/** Marks that end a sentence whatever follows, and need no space behind them. */
const WIDE = /[。！？｡]/u;
const SMALL = /^["'“‘„«‹([—–-]{0,3} ?\p{Ll}/u;

/** How far back and on the words around a full stop are looked at. */
const BACK = 24;
const ON = 32;

function isEnd(text: string, index: number, mark: string, next: number): boolean {
  if (WIDE.test(mark)) return true;
  if (next === index + mark.length) return false; // Nothing parts it from what follows: 3.5, U.S., a.b
  const after = text.slice(next, next + ON);
  if (SMALL.test(after)) return false; // “Why?” he asked; an unknown abbreviation.
  if (!mark.startsWith('.') || mark.startsWith('..')) return true;
  const before = text.slice(Math.max(0, index - BACK), index);
  return !isAbbreviation(before, after, index <= BACK);
}

/** Whether a full stop belongs to the word before it. `isWhole`: that word begins the text, or later. */
function isAbbreviation(before: string, after: string, isWhole: boolean): boolean {
  const word = runBefore(before, before.length, IN_WORD);
  if (word === '') return false;
  const begins = isWhole && word.length === before.length;
  if (/^\p{N}{1,3}$/u.test(word)) return begins; // “1. The parties”: a number of a list.
  const plain = word.toLowerCase();
  // “Lt.-Gen.”, “ex-Pres.”: the last part tells.
  if (NEVER_LAST.has(plain) || NEVER_LAST.has(plain.slice(plain.lastIndexOf('-') + 1))) return true;
  if (BEFORE_FIGURES.has(plain)) return /^\p{N}/u.test(after);
  if (SOMETIMES_LAST.has(plain) || DOTTED.test(word) || SMALL_LETTER.test(word)) {
    return !STARTER.test(after);
  }
  if (INITIAL.test(word)) return !(word === 'I' && STARTER.test(after));
  return ARABIC_LETTER.test(word);
}

const IN_WORD = /[\p{L}\p{M}\p{N}.'’-]/u;
/** One letter, also behind a hyphen or further initials: “E.”, “J.-P.”, “В.В.”. */
const INITIAL = /^(?:\p{L}\p{M}*\.-?)*\p{Lu}\p{M}*$/u;
const ARABIC_LETTER = /^\p{Script=Arabic}$/u;
/** “в т. ч.”, “i. e.”, “§ 4 a.” */
const SMALL_LETTER = /^\p{Ll}\p{M}*$/u;
/** “U.S”, “e.g”, “т.е”: letters with full stops between them. */
const DOTTED = /^(?:\p{L}{1,2}\.)+\p{L}{1,3}$/u;

/** Words that begin sentences and hardly ever follow an abbreviation. */
const STARTER =
  /^["'“‘„«(]{0,2}(?:The|A|An|In|On|At|It|Its|He|His|She|Her|They|Their|We|Our|I|You|But|And|Or|So|Yet|This|That|These|Those|There|Then|Here|As|For|From|If|When|While|After|Before|Since|However|Meanwhile|Moreover|Although|Because|By|To|With|Some|Many|Most|Both|All|According|What|Who|Why|How|Now|No|Not|Это|Эта|Этот|Эти|Он|Она|Оно|Они|Мы|Я|Вы|Но|И|А|На|По|Как|Так|Кроме|Также|После|При|Для|Если|Когда|Однако|Затем|Там|Тогда|Его|Её|Ее|Их)(?![\p{L}\p{M}])/u;

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Abbreviations that stand before what they belong to. */
const NEVER_LAST = set(
  'mr mrs ms messrs dr drs prof profs mohd md gen gens lt col maj capt cpt cdr cmdr cpl pvt sgt brig adm gov sen rep hon rev fr st pres ' +
    'amb supt insp atty ft mt vs viz approx ca e.g i.e ' +
    'г-н г-жа им ул стр см ср ст др проф акад ген полк подп лейт адм деп зам нач пос ' +
    'и.о т.е т.к т.н т.ч тел пер просп напр',
);
/** Abbreviations that are ordinary words unless a figure follows: “No. 4”, “Aug. 3”. */
const BEFORE_FIGURES = set(
  'no nos art arts vol pp p par para sec fig figs ch ed eds cf min max ' +
    'jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri sat sun',
);
/** Abbreviations that may end a sentence: then a word follows that begins one. */
const SOMETIMES_LAST = set(
  'etc inc ltd co corp llc bros jr sr esq dept univ assn est a.m p.m ph.d b.c a.d ' +
    'г гг в вв млн млрд тыс руб долл обл респ т.д т.п н.э пр ff al',
);

function blanks(text: string, from: number): number {
  let at = from;
  while (at < text.length && /\s/.test(text.charAt(at))) at++;
  return at - from;
}
