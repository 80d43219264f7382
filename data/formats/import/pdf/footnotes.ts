import type { Paragraph } from './paragraph.ts';

/** Share of the letters of the text that those of a note have at most. */
const SMALLER = 0.94;
const NUMBER =
  /^(?:[\d\u0660-\u0669\u06f0-\u06f9]{1,3}|[*†‡§¶]{1,4})(?:[.)]?\s+(?=\S)|(?=[\p{Lu}\p{Lo}“‘«"]))/u;

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
  const notes = column.splice(from).flatMap(parted);
  for (const note of notes) {
    const number = numberOf(note);
    note.kind = 'footnote';
    if (number) Object.assign(note, number);
  }
  return notes;
}

/** Notes that stand close below each other are one paragraph so far: each begins with the next number. */
function parted(zone: Paragraph): Paragraph[] {
  const notes: Paragraph[] = [];
  let last: string | undefined;
  for (const line of zone.lines) {
    const number = numberOf({ lines: [line] })?.number;
    const open = notes.at(-1);
    const isNext =
      number !== undefined && (!/^\d+$/.test(number) || Number(number) === Number(last) + 1);
    if (open && !isNext) open.lines.push(line);
    else notes.push({ ...zone, lines: [line] });
    last = number ?? last;
  }
  return notes;
}

function numberOf({
  lines: [line],
}: Pick<Paragraph, 'lines'>): Required<Pick<Paragraph, 'number' | 'skip'>> | undefined {
  const [span] = line?.spans ?? [];
  const found = NUMBER.exec(line?.text ?? '')?.[0];
  if (line && span?.kind === 'raised' && span.from === 0 && span.to <= 4) {
    return { number: line.text.slice(0, span.to).trim(), skip: span.to };
  }
  return found === undefined ? undefined : { number: found.trim(), skip: found.length };
}
