/** Accents that stand alone, by the sign that joins them to a letter. */
const COMBINING: Readonly<Record<string, string>> = {
  '`': '\u0300',
  '´': '\u0301',
  ˆ: '\u0302',
  '^': '\u0302',
  '˜': '\u0303',
  '¯': '\u0304',
  '˘': '\u0306',
  '˙': '\u0307',
  '¨': '\u0308',
  '˚': '\u030a',
  '˝': '\u030b',
  ˇ: '\u030c',
  '¸': '\u0327',
  '˛': '\u0328',
};
const DOTLESS: Readonly<Record<string, string>> = { ı: 'i', ȷ: 'j' };

/** The sign with which an accent that stands alone joins a letter, if it is one. */
export const combiningOf = (accent: string): string | undefined => COMBINING[accent];

/** A letter with accents over it; undefined when there is no such letter. */
export function accented(letter: string, combining: string): string | undefined {
  const whole = `${DOTLESS[letter] ?? letter}${combining}`.normalize('NFC');
  return [...whole].length === 1 ? whole : undefined;
}

/** Forms of letters and ligatures as they are drawn (not the letters that they are). */
const DRAWN = /[\ufb00-\ufb06\ufb13-\ufb17\ufb1d-\ufdff\ufe70-\ufefc]+/gu;
/** Signs as they stand in lines that run downwards. */
const UPRIGHT = /[\ufe10-\ufe19\ufe30-\ufe44\ufe47\ufe48]/gu;
/** Signs without width and marks of direction, which are no part of words. */
const NO_WORDS = /[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;

/** A sign as wide as the signs of Chinese beside it. */
const wide = (sign: string): string =>
  sign.replace(/^[!-~]$/, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0));

/** A sign of a font as the letters that it stands for, in NFC. */
export function lettersOf(drawn: string): string {
  if (/^[ -~]*$/.test(drawn)) return drawn;
  return (
    drawn
      .replace(DRAWN, (forms) => forms.normalize('NFKC'))
      .replace(UPRIGHT, (sign) => wide(sign.normalize('NFKC')))
      .replace(NO_WORDS, '')
      // It is drawn, so it is one that is seen.
      .replace(/\u00ad/g, '-')
      .normalize('NFC')
  );
}
