/**
 * The longest run of characters before an offset (UTF-16 code units) that all match a pattern of one
 * character. A pattern that ends with `$` would be tried from every place of the text.
 */
export function runBefore(text: string, end: number, one: RegExp): string {
  let start = end;
  while (start > 0) {
    const width = isLow(text, start - 1) && start > 1 ? 2 : 1;
    if (!one.test(text.slice(start - width, start))) break;
    start -= width;
  }
  return text.slice(start, end);
}

const isLow = (text: string, at: number): boolean => (text.charCodeAt(at) & 0xfc00) === 0xdc00;
