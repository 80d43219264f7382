import { isNoteSign, mayBePower } from './note-list.ts';
import type { Line } from './line.ts';
import type { Paragraph } from './paragraph.ts';

/** Paragraphs of a page, and the notes at its foot. */
export interface NotedPage {
  columns: Paragraph[][];
  aside: readonly Paragraph[];
}

const NUMBER =
  /^[[(]?([\d\u0660-\u0669\u06f0-\u06f9]{1,3}|[ivxl]{1,6}|[*†‡§¶]{1,4}|[a-z])[\]).]{0,2}\s+(?=\S)/u;

/**
 * Finds the notes that stand together at the end of a text: paragraphs that begin with the raised numbers to
 * which no foot of a page has a note, one after the other.
 */
export function flagEndnotes(pages: readonly NotedPage[]): void {
  const wanted = wantedOf(pages);
  const [first] = wanted;
  if (first === undefined) return;
  const places = pages.flatMap(({ columns }) =>
    columns.flatMap((column) => column.map((one) => ({ column, one }))),
  );
  const start = places.findLastIndex(({ one }) => numberOf(one.lines[0])?.number === first);
  if (start < 0) return;
  const found: { column: Paragraph[]; one: Paragraph; notes: Paragraph[] }[] = [];
  const left = [...wanted];
  for (const { column, one } of places.slice(start)) {
    if (one.kind === 'table-row' || one.lines.some(({ heading }) => heading !== undefined)) break;
    const notes = partedAt(one, left);
    // What follows the last note without a number may be anything.
    if (left.length === 0 && notes.every(({ number }) => number === undefined)) break;
    found.push({ column, one, notes });
  }
  if (left.length * 2 > wanted.length) return;
  for (const { column, one, notes } of found) column.splice(column.indexOf(one), 1, ...notes);
}

/** Raised signs in the text that no note of their page has, in order. */
function wantedOf(pages: readonly NotedPage[]): string[] {
  const wanted = new Set<string>();
  for (const { columns, aside } of pages) {
    const known = new Set(aside.map(({ number }) => number?.replace(/[.)\s]/g, '')));
    const lines = columns.flatMap((column) => column.flatMap((one) => one.lines));
    for (const line of lines) {
      for (const sign of signsOf(line)) if (!known.has(sign)) wanted.add(sign);
    }
  }
  return [...wanted];
}

const signsOf = ({ text, spans }: Line): string[] =>
  spans.flatMap(({ kind, from, to }) => {
    const sign = text.slice(from, to).trim();
    const isAnchor = kind === 'raised' && from > 0 && isNoteSign(sign);
    return isAnchor && !mayBePower(text.slice(0, from)) ? [sign] : [];
  });

/** A paragraph as notes: each line that begins with the next number begins one. Numbers found are taken off. */
function partedAt(one: Paragraph, left: string[]): Paragraph[] {
  const notes: Paragraph[] = [];
  for (const line of one.lines) {
    const found = numberOf(line);
    const at = found ? left.slice(0, 3).indexOf(found.number) : -1;
    const open = notes.at(-1);
    if (found && at >= 0) {
      left.splice(0, at + 1);
      notes.push({ ...one, kind: 'footnote', isEndnote: true, lines: [line], ...found });
    } else if (open) open.lines.push(line);
    else notes.push({ ...one, kind: 'footnote', isEndnote: true, lines: [line] });
  }
  return notes;
}

function numberOf(line: Line | undefined): { number: string; skip: number } | undefined {
  const [span] = line?.spans ?? [];
  if (line && span?.kind === 'raised' && span.from === 0 && span.to <= 4) {
    return { number: line.text.slice(0, span.to).trim(), skip: span.to };
  }
  const [whole, number] = NUMBER.exec(line?.text ?? '') ?? [];
  return whole === undefined || number === undefined ? undefined : { number, skip: whole.length };
}
