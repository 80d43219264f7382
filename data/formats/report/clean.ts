/**
 * Words of the case as they may be printed anywhere: line breaks stay, tabs become spaces, other control
 * characters go (they can end a string in a viewer), and so do the invisible characters that turn
 * the reading direction of what follows; half a surrogate pair becomes U+FFFD. The exact words
 * stay in the case, where the offsets of a quote lead.
 */
export function clean(words: string): string {
  return words
    .replace(/\r\n?|[\u2028\u2029\u0085\v\f]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(/[^\P{Cc}\n]|[\u202A-\u202E\u2066-\u2069\uFEFF\uFFFE\uFFFF]/gu, '')
    .replace(/\p{Cs}/gu, '\uFFFD');
}

/** The same on one line. */
export function cleanLine(words: string): string {
  return clean(words).replace(/\s+/g, ' ').trim();
}

/** Escapes for HTML and SVG, in text and in attributes alike. */
export function escapeMarkup(words: string): string {
  return words.replace(/[&<>"'`]/g, (character) => `&#${character.charCodeAt(0)};`);
}
