import { clean } from '../clean.ts';
import { escapeLine, escapeStart, isolate, WORD_JOINER } from './escape.ts';

/** A passage in lines, each escaped; what is quoted stands in bold on every line it takes up. */
export function escapePassage(before: string, quote: string, after: string): string[] {
  const lines = clean(quote)
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' '))
    .filter((line) => line.trim() !== '');
  return lines.map((line, index) => {
    const isFirst = index === 0;
    const isLast = index === lines.length - 1;
    const start = isFirst ? escapeLine(clean(before)) : '';
    const end = isLast ? escapeLine(clean(after)) : '';
    return escapeStart(isolate(`${start}${bold(line)}${end}`.trim()));
  });
}

/**
 * Words in bold. White space stays outside; where they begin or end with a sign, a word joiner (it
 * cannot be seen) keeps CommonMark from taking the asterisks for plain ones.
 */
function bold(line: string): string {
  const words = line.trim();
  const open = /^[\p{L}\p{N}]/u.test(words) ? '' : WORD_JOINER;
  const close = /[\p{L}\p{N}]$/u.test(words) ? '' : WORD_JOINER;
  const [left, right] = [line.startsWith(' ') ? ' ' : '', line.endsWith(' ') ? ' ' : ''];
  return `${left}**${open}${escapeLine(words)}${close}**${right}`;
}
