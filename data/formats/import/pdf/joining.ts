import { beginsItem, edgesOf, endsInHyphen, endsSentence, type Paragraph } from './paragraph.ts';
import { around } from './runs.ts';

/** Most captions and rows between two parts of a paragraph. */
const MOST_BETWEEN = 40;

/**
 * Joins a paragraph with its rest at the top of the next column or page: `next` loses the rest. What stands
 * above the rest there (a table, a caption) comes before the paragraph then.
 */
export function joinAcross(before: Paragraph[], next: Paragraph[]): boolean {
  const last = before.at(-1);
  const at = next.findIndex(({ kind }) => kind !== 'caption' && kind !== 'table-row');
  const rest = next[at];
  if (!last || !rest || at > MOST_BETWEEN || !continues(last, rest, at === 0)) return false;
  next.splice(at, 1);
  before.splice(-1, 0, ...next.splice(0, at));
  last.lines.push(...rest.lines);
  const { left, right } = rest;
  Object.assign(last, around([last, rest]), { left, right });
  return true;
}

function continues(last: Paragraph, rest: Paragraph, isNear: boolean): boolean {
  if (last.kind !== 'paragraph' && last.kind !== 'list-item' && last.kind !== 'footnote')
    return false;
  if (rest.kind !== (last.kind === 'footnote' ? 'footnote' : 'paragraph')) return false;
  if (rest.number !== undefined) return false;
  const [line, first] = [last.lines.at(-1), rest.lines[0]];
  if (!line || !first || first.bold !== line.bold) return false;
  if (first.size > 1.06 * line.size || line.size > 1.06 * first.size) return false;
  if (endsInHyphen(line.text)) return true;
  if (beginsItem(first) || endsSentence(line.text)) return false;
  if (/^["'“‘(]?\p{Ll}/u.test(first.text)) return true;
  const isFull = edgesOf(line, last).room < first.firstWord + 1.3 * line.size;
  return isNear && isFull && edgesOf(first, rest).indent < 0.7 * first.size;
}
