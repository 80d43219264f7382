import type { Paragraph } from './paragraph.ts';

/** Share of the letters of the text that those of a note have at most. */
const SMALLER = 0.94;
const NUMBER = /^(?:[\d\u0660-\u0669\u06f0-\u06f9]{1,3}|[*†‡§¶]{1,4})[.)]?\s+(?=\S)/u;

/**
 * Takes the notes off the foot of a column: small letters, and a number or a sign in front. What follows one
 * without a number belongs to it.
 */
export function takeFootnotes(column: Paragraph[], body: number, height: number): Paragraph[] {
  let first = column.length;
  let from = column.length;
  while (first > 0) {
    const one = column[first - 1] as Paragraph;
    if (one.kind !== 'paragraph' || one.size > SMALLER * body || one.y0 < 0.4 * height) break;
    first--;
    if (numberOf(one)) from = first;
  }
  const notes = column.splice(from);
  for (const note of notes) {
    const number = numberOf(note);
    note.kind = 'footnote';
    if (number) Object.assign(note, number);
  }
  return notes;
}

function numberOf({
  lines: [line],
}: Paragraph): Required<Pick<Paragraph, 'number' | 'skip'>> | undefined {
  const [span] = line?.spans ?? [];
  const found = NUMBER.exec(line?.text ?? '')?.[0];
  if (line && span?.kind === 'raised' && span.from === 0 && span.to <= 4) {
    return { number: line.text.slice(0, span.to).trim(), skip: span.to };
  }
  return found === undefined ? undefined : { number: found.trim(), skip: found.length };
}
