import { isMarked, markerOf, type Marker } from './markers.ts';
import type { Paragraph } from './paragraph.ts';

/** Most paragraphs between two items of one list. */
const MOST_BETWEEN = 60;

/**
 * Finds the items of numbered lists among the paragraphs of a document, in order: those that count on from one
 * before, and those whose number stands out to the left. One number alone may be the start of a sentence.
 */
export function flagItems(paragraphs: readonly Paragraph[]): void {
  const last = new Map<string, { value: number; at: number; one: Paragraph; marker: Marker }>();
  paragraphs.forEach((one, at) => {
    const [line] = one.lines;
    const marker = one.kind === 'paragraph' && line ? markerOf(line) : undefined;
    if (!line || !marker) return;
    let isItem = isMarked(line) || isHanging(one);
    for (const { list, value } of marker.readings) {
      const before = last.get(list);
      if (before && before.value === value - 1 && at - before.at < MOST_BETWEEN) {
        setItem(before.one, before.marker);
        isItem = true;
      }
      last.set(list, { value, at, one, marker });
    }
    if (isItem) setItem(one, marker);
  });
}

/** Whether the lines of a paragraph begin further in than its number. */
function isHanging({ lines: [first, second] }: Paragraph): boolean {
  if (!first || !second || first.fromRight !== second.fromRight) return false;
  const further = first.fromRight ? first.x1 - second.x1 : second.x0 - first.x0;
  return further > 0.8 * first.size;
}

function setItem(one: Paragraph, { text, length }: Marker): void {
  if (one.kind !== 'paragraph') return;
  Object.assign(one, { kind: 'list-item', number: text, skip: length });
}
