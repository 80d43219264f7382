const RAISED: Readonly<Record<string, string>> = {
  0: '⁰',
  1: '¹',
  2: '²',
  3: '³',
  4: '⁴',
  5: '⁵',
  6: '⁶',
  7: '⁷',
  8: '⁸',
  9: '⁹',
  '+': '⁺',
  '-': '⁻',
  '−': '⁻',
  '=': '⁼',
  '(': '⁽',
  ')': '⁾',
  n: 'ⁿ',
  i: 'ⁱ',
};
const LOWERED: Readonly<Record<string, string>> = {
  0: '₀',
  1: '₁',
  2: '₂',
  3: '₃',
  4: '₄',
  5: '₅',
  6: '₆',
  7: '₇',
  8: '₈',
  9: '₉',
  '+': '₊',
  '-': '₋',
  '−': '₋',
  '=': '₌',
  '(': '₍',
  ')': '₎',
};
/** Keeps figures apart where there is no raised one: a narrow no-break space. */
const APART = '\u202f';

/**
 * Raised or lowered words as characters that cannot be taken for a part of the words before them: 10³ is not
 * 103. Only what holds a figure is changed (“12th” stays), and only when all of it can be; figures of other
 * scripts are kept apart. `before`: the character in front.
 */
export function raisedWords(words: string, shift: 'raised' | 'lowered', before: string): string {
  if (!/\p{N}/u.test(words)) return words;
  const table = shift === 'raised' ? RAISED : LOWERED;
  const changed = [...words].map((one) => table[one] ?? (/[\s,;]/.test(one) ? one : undefined));
  if (changed.every((one) => one !== undefined)) return changed.join('');
  return /\p{N}$/u.test(before) && /^\p{N}/u.test(words) ? `${APART}${words}` : words;
}
