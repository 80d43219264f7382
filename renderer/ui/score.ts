/**
 * How well folded words answer a folded query: from 0 (not at all) to 1000 (the same). The whole name
 * counts most, then its initials (from three on), the start of it, the start of a later word, all words
 * of the query as starts of words in any order, and the middle of a word.
 */
export function score(query: string, words: string): number {
  if (query === '') return 1;
  if (words === query) return 1000;
  const letters = initials(words);
  if (query.length > 2 && letters === query) return 950;
  if (words.startsWith(query)) return 900 - Math.min(200, words.length - query.length);
  const at = words.indexOf(query);
  if (at > 0 && isWordStart(words, at)) return 600 - Math.min(150, at);
  if (query.length > 1 && letters.startsWith(query)) return 440;
  if (hasAll(query, words)) return 400;
  return at > 0 ? 300 - Math.min(200, at) : 0;
}

const isWordStart = (words: string, at: number): boolean =>
  /[^\p{L}\p{N}\p{M}]/u.test(words[at - 1] ?? '');

/** First letters of the words: “four-country mechanism” answers to “fcm”. */
function initials(words: string): string {
  return words
    .split(/[\s\-–/]+/)
    .map((word) => word[0] ?? '')
    .join('');
}

/** Whether each word of the query begins a word, in any order: “case new” finds “new case”. */
function hasAll(query: string, words: string): boolean {
  const wanted = query.split(' ');
  if (wanted.length < 2) return false;
  const there = words.split(/[^\p{L}\p{N}\p{M}]+/u);
  return wanted.every((word) => there.some((one) => one.startsWith(word)));
}
