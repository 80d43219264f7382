import type { ShownMark } from '#data/queries/text-part.ts';
import { lowerBound } from './interval-index.ts';

/**
 * What a text looked like in the original, by place. It never changes, so beside the marks by their
 * start there is only how far those up to each of them reach; a block finds its own by two binary
 * searches.
 */
export class TextMarks {
  readonly #sorted: readonly ShownMark[];
  readonly #reach: Uint32Array;

  constructor(marks: readonly ShownMark[] = []) {
    this.#sorted = marks.toSorted((a, b) => a.start - b.start || b.end - a.end);
    this.#reach = new Uint32Array(marks.length);
    let reach = 0;
    this.#sorted.forEach(({ end }, i) => (this.#reach[i] = reach = Math.max(reach, end)));
  }

  /** All of them, by their start. */
  get all(): readonly ShownMark[] {
    return this.#sorted;
  }

  /** Those that share at least one code unit with [start, end), by their start. */
  over(start: number, end: number): ShownMark[] {
    const size = this.#sorted.length;
    const first = lowerBound(size, (i) => (this.#reach[i] ?? 0) > start);
    const last = lowerBound(size, (i) => (this.#sorted[i]?.start ?? 0) >= end);
    return this.#sorted.slice(first, last).filter((mark) => mark.end > start);
  }
}

/** How a run of words is drawn. */
export interface Look {
  /** Classes of Block.svelte, with a space between them. */
  classes: string;
  /** Whether its letters stand higher or lower than those beside it. */
  shift: '' | 'raised' | 'lowered';
  /** Where a link leads. It is shown, not followed: nothing leaves the machine. */
  address?: string;
  /** Whether they were read from a picture, and may be others. */
  isUnsure?: true;
  /** How words of another script are read aloud, on the first of their runs. */
  reading?: string;
}

/** A note's sign is raised as a note, whether the page raised it or not. */
const SHIFTS: Partial<Record<ShownMark['kind'], Look['shift']>> = {
  superscript: 'raised',
  'note-anchor': 'raised',
  subscript: 'lowered',
};
const CLASSES: Partial<Record<ShownMark['kind'], string>> = {
  emphasis: 'emphasis',
  strong: 'strong',
  link: 'link',
  insertion: 'insertion',
  deletion: 'deletion',
  'note-anchor': 'anchor',
  unsure: 'unsure',
};
const PLAIN: Look = { classes: '', shift: '' };

/** Letters and figures that Unicode has raised or lowered already. */
const SHIFTED = /^[ªº²³¹\u02b0-\u02b8\u1d2c-\u1d6a\u2070-\u209c\s]+$/;

/**
 * What all marks over a run make of it; each kind counts once, of raised and lowered the inner one. What is
 * written with raised figures is not raised twice.
 */
export function lookOf(
  marks: readonly ShownMark[],
  { start = 0, words = '' }: { start?: number; words?: string } = {},
): Look {
  if (marks.length === 0) return PLAIN;
  const classes = new Set<string>();
  const look: Look = { ...PLAIN };
  for (const { kind, address, reading, start: from } of marks) {
    const name = CLASSES[kind];
    if (name !== undefined) classes.add(name);
    look.shift = SHIFTS[kind] ?? look.shift;
    if (kind === 'unsure') look.isUnsure = true;
    if (kind === 'link' && address !== undefined) look.address = address;
    if (kind === 'ruby' && reading !== undefined && from === start) look.reading = reading;
  }
  if (SHIFTED.test(words)) look.shift = '';
  look.classes = [...classes].join(' ');
  return look;
}
