/** A language by letters that few others have. */
interface Telling {
  /** BCP 47. */
  language: string;
  /** Letters of which it has some. */
  has: RegExp;
  /** Letters that it does not have. */
  hasNot?: RegExp;
  /** Further letters of which it has some as well. */
  and?: RegExp;
}

/** Least times that the letters stand in a text, and their least share of all letters. */
const LEAST = 2;
const LEAST_SHARE = 0.01;

/** The more telling ones first: what has the letters of an earlier one is that. */
const TELLING: readonly Telling[] = [
  // Arabic script
  { language: 'ckb', has: /[ێڕڵڤ]/g, and: /ە/g },
  { language: 'ug', has: /[ۇۈۋې]/g, and: /ە/g },
  { language: 'ps', has: /[ښځڅږڼټډۍ]/g },
  { language: 'ur', has: /[ٹڈڑںے]/g },
  { language: 'fa', has: /[پچژگ]/g, hasNot: /[ٹڈڑںےښځڅۇۋ]/g, and: /[یکیي]/g },
  // Cyrillic script
  { language: 'kk', has: /[әқұ]/gi, and: /[іғңү]/gi },
  { language: 'ba', has: /[ҙҫҡ]/gi },
  { language: 'tt', has: /[әҗ]/gi, hasNot: /[қғұ]/gi },
  { language: 'tg', has: /[ҷӣӯ]/gi, hasNot: /[ыщц]/gi },
  { language: 'uz', has: /[ўқғҳ]/gi, hasNot: /[ҷӣӯіә]/gi, and: /[қғҳ]/gi },
  { language: 'be', has: /ў/gi, and: /і/gi, hasNot: /[қғҳ]/gi },
  { language: 'mn', has: /[өү]/gi, and: /х/gi, hasNot: /[әіғқұһң]/gi },
  { language: 'ky', has: /[өү]/gi, hasNot: /[әіғқұһ]/gi },
  { language: 'uk', has: /[їєіґ]/gi, hasNot: /[ўыэъёғқ]/gi },
  { language: 'mk', has: /[ѓќѕ]/gi, and: /ј/gi },
  { language: 'sr', has: /[ђјљњћџ]/gi, hasNot: /[ѓќѕ]/gi },
  { language: 'ru', has: /[ыэ]/gi, hasNot: /[ўіїєәғқңөүҷӣӯҳў]/gi },
  // Latin script
  { language: 'az', has: /ə/gi, hasNot: /w/gi },
  { language: 'tk', has: /[ňž]/gi, and: /[ýä]/gi, hasNot: /[ěřůőť]/gi },
  {
    language: 'uz',
    has: /[og][ʻ‘ʼ’`'](?=[a-z])/gi,
    and: /q|sh/gi,
    hasNot: /[éèçñßäöåøìòıł]|\bthe\b/gi,
  },
];

/** The language that the letters of a text tell without counting anything else; undefined when none do. */
export function languageByLetters(text: string): string | undefined {
  const letters = count(text, /\p{L}/gu);
  const isSome = (pattern: RegExp) => {
    const found = count(text, pattern);
    return found >= LEAST && found >= letters * LEAST_SHARE;
  };
  return TELLING.find(
    ({ has, hasNot, and }) =>
      isSome(has) && (!and || isSome(and)) && (!hasNot || count(text, hasNot) <= letters * 0.003),
  )?.language;
}

const count = (text: string, pattern: RegExp): number => (text.match(pattern) ?? []).length;
