/**
 * How well folded words answer a folded query: from 0 (not at all) to 1000 (the same). The whole name
 * counts more than the start of it, that more than the start of a later word, and that more than the
 * middle of a word; letters in order but apart count least, and only for three of them or more.
 */
export function score(query: string, words: string): number {
  if (query === '') return 1;
  if (words === query) return 1000;
  if (words.startsWith(query)) return 900 - Math.min(200, words.length - query.length);
  const at = words.indexOf(query);
  if (at > 0) return (/[\s\-–/(“"']/.test(words[at - 1] ?? '') ? 600 : 300) - Math.min(200, at);
  if (initials(words).startsWith(query)) return 500;
  return query.length >= 3 && isScattered(query, words) ? 50 : 0;
}

/** First letters of the words: “four-country mechanism” answers to “fcm”. */
function initials(words: string): string {
  return words
    .split(/[\s\-–/]+/)
    .map((word) => word[0] ?? '')
    .join('');
}

function isScattered(query: string, words: string): boolean {
  let at = -1;
  for (const letter of query) {
    at = words.indexOf(letter, at + 1);
    if (at < 0) return false;
  }
  return true;
}
