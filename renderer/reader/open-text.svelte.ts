import type { Highlight } from '#data/model/highlight.ts';
import type { Region } from '#data/model/region.ts';
import type { ShownMark, TextPart } from '#data/queries/text-part.ts';
import { blockAt } from '#data/text/block-at.ts';
import { foldBlocks } from '#data/text/fold-blocks.ts';
import type { Block, ShownBlock, TextCue, TextPage } from '#data/text/working-text.ts';
import { tablesOf } from './tables.ts';
import { WIDE_FROM } from './estimate.ts';
import { IntervalIndex } from './interval-index.ts';
import { CaretMotions } from './caret-motions.ts';
import { Folds } from './folding/folds.svelte.ts';
import { blockKey, buildRows, type Rows } from './rows.ts';
import { TextMarks } from './text-marks.ts';

/** The highlights over one block, behind a signal of its own: a new one repaints only its blocks. */
export class BlockCell {
  marks: readonly Highlight[] = $state.raw([]);
}

/** What an {@link OpenText} is made of: the outline of the whole text, and the part that is known. */
export interface Opening {
  id: string;
  /** Which working text it is: another one has another name. */
  blob?: string;
  /** UTF-16 code units of the whole text. */
  length: number;
  language?: string | undefined;
  blocks: readonly Block[];
  folds?: Folds;
  pages?: readonly TextPage[];
  cues?: readonly TextCue[];
  part: TextPart;
}

/**
 * The document that is open in the reader: text, layout in rows, and its highlights. A long text is
 * shown when a part of it is known; the rest comes with {@link grow}.
 */
export class OpenText {
  readonly id: string;
  readonly blob: string | undefined;
  /** The whole text. White space stands for words that are not known yet, so that offsets hold. */
  text: string = $state.raw('');
  /** Whether all words and highlights are known. */
  isWhole = $state(false);
  /** Blocks as the original has them. */
  readonly plain: readonly Block[];
  /** Blocks cut where something is folded away. */
  blocks: readonly ShownBlock[] = $state.raw([]);
  readonly folds: Folds;
  readonly pages: readonly TextPage[];
  readonly cues: readonly TextCue[];
  readonly motions: CaretMotions = $derived.by(
    () => new CaretMotions(this.text, this.blocks, this.#language),
  );
  readonly tables = $derived.by(() => tablesOf(this.text, this.blocks));
  readonly index: IntervalIndex<Highlight>;
  rows: Rows = $state.raw({ list: [], rowOfBlock: new Int32Array() });
  /** Rises with every change of a highlight, for what shows all of them (the scroll map). */
  version = $state(0);

  /** Those of blocks on the page, by {@link blockKey}. */
  readonly #cells = new Map<string, { block: ShownBlock; cell: BlockCell }>();
  readonly #language: string | undefined;
  #looks: TextMarks = $state.raw(new TextMarks());
  /** Highlights removed while the rest was on its way, which may still bring them. */
  readonly #gone = new Set<string>();

  constructor({ id, blob, length, language, blocks, folds, pages = [], cues = [], part }: Opening) {
    this.id = id;
    this.blob = blob;
    this.#language = language;
    this.plain = blocks;
    this.folds = folds ?? new Folds();
    this.pages = pages;
    this.cues = cues;
    this.text = padded(part, length);
    this.isWhole = part.text.length >= length;
    this.#looks = new TextMarks(part.marks);
    this.index = new IntervalIndex(part.highlights);
    this.#fold();
  }

  /** Takes in highlights that were not known yet; what happened to one meanwhile holds. */
  grow(marks: readonly Highlight[]): void {
    this.index.add(marks.filter(({ id }) => !this.#gone.has(id)));
  }

  /** Ends the growing: these are all the words, and how they look. */
  complete(text: string, looks: readonly ShownMark[]): void {
    this.text = text;
    this.#looks = new TextMarks(looks);
    this.isWhole = true;
    this.#gone.clear();
    this.version++;
    for (const { block } of this.#cells.values()) this.#fill(block);
  }

  /** The cell of a block that is being mounted. Give it back with {@link drop}. */
  cell(block: ShownBlock): BlockCell {
    const cell = new BlockCell();
    this.#cells.set(blockKey(block), { block, cell });
    this.#fill(block);
    return cell;
  }

  drop(block: ShownBlock, cell: BlockCell): void {
    const key = blockKey(block);
    if (this.#cells.get(key)?.cell === cell) this.#cells.delete(key);
  }

  put(mark: Highlight): void {
    const before = this.index.put(mark);
    if (before) this.#refresh(before);
    this.#refresh(mark);
  }

  remove(id: string): void {
    if (!this.isWhole) this.#gone.add(id);
    const before = this.index.remove(id);
    if (before) this.#refresh(before);
  }

  /** How the words of a range looked in the original, as far as that is known. */
  looksOver(start: number, end: number): ShownMark[] {
    return this.#looks.over(start, end);
  }

  /** The sign of the note that begins in a range. Cost: one pass over the marks. */
  anchorOf(start: number, end: number): ShownMark | undefined {
    return this.#looks.all.find(({ to = -1 }) => to >= start && to < end);
  }

  /** Highlights that share a word with a range, in reading order. */
  marksOver(start: number, end: number): Highlight[] {
    return this.index.over(start, end);
  }

  /** The highlight over exactly these words that `fits`, if there is one. */
  markAt(start: number, end: number, fits: (mark: Highlight) => boolean): Highlight | undefined {
    return this.index
      .over(start, end)
      .find((mark) => mark.start === start && mark.end === end && fits(mark));
  }

  /** What of the words of a range is seen: what is folded away is left out. `text`: the whole text. */
  seen(text: string, start: number, end: number): string {
    const parts: string[] = [];
    let from = start;
    for (const region of this.folds.regions) {
      if (region.start >= end) break;
      if (region.end <= start || this.folds.isOpen(region.id)) continue;
      parts.push(text.slice(from, Math.max(from, region.start)).trim());
      from = Math.max(from, region.end);
    }
    if (parts.length === 0) return text.slice(start, end);
    return [...parts, text.slice(from, Math.max(from, end)).trim()].filter(Boolean).join('\n\n');
  }

  /** Opens or closes what is folded away, as `turn` does. */
  refold(turn: (folds: Folds) => unknown): void {
    turn(this.folds);
    this.rows = buildRows(this.blocks, this.folds);
  }

  /** Takes in regions that changed, and cuts the text anew. */
  changeRegions(put: readonly Region[], gone: ReadonlySet<string>): void {
    this.folds.change(put, gone);
    this.#fold();
  }

  /** Opens the fold that hides an offset; tells whether there was one to open. */
  unfold(offset: number): boolean {
    const region = this.folds.hiding(offset);
    if (!region) return false;
    this.refold((folds) => folds.set(region.id, true));
    return true;
  }

  /** The row that shows an offset. */
  rowAt(offset: number): number {
    return this.rows.rowOfBlock[blockAt(this.blocks, offset)] ?? 0;
  }

  /** How far into its row an offset lies: 0 at its start, 1 at its end, 0 on a closed fold. */
  partAt(offset: number): number {
    const block = blockAt(this.blocks, offset);
    const range = this.blocks[block];
    if (!range || this.rows.list[this.rows.rowOfBlock[block] ?? 0]?.kind !== 'block') return 0;
    return Math.max(0, (offset - range.start) / Math.max(1, range.end - range.start));
  }

  /** The offset at a part (0 to 1) of a row; a fold stands for its first block. */
  offsetAt(row: number, part: number): number {
    const shown = this.rows.list[row];
    if (shown?.kind === 'end') return this.text.length;
    if (shown?.kind === 'fold') return this.blocks[shown.from]?.start ?? 0;
    const block = shown?.kind === 'block' ? this.blocks[shown.block] : undefined;
    return block ? Math.round(block.start + part * (block.end - block.start)) : 0;
  }

  /** The same of what is read there: a fold stands for the words below its line. */
  readAt(row: number, part: number): number {
    const { list } = this.rows;
    let next = row;
    while (list[next]?.kind === 'fold') next++;
    return next === row ? this.offsetAt(row, part) : this.offsetAt(next, 0);
  }

  /** Whether the first words that are not folded away are these. */
  startsWith(words: string): boolean {
    const first = this.blocks.find(({ region }) => !region);
    return first !== undefined && this.text.slice(first.start, first.end).trim() === words;
  }

  /** White space around a range, and marks that end the words before it, are not what is meant. */
  trim(start: number, end: number): { start: number; end: number } {
    const words = this.text.slice(start, end);
    const lead = /^[\s,;:.!?…،؛、。，；：]*/u.exec(words)?.[0].length ?? 0;
    if (lead === words.length) return { start, end: start };
    let last = words.length;
    while (/[\s,;:،؛、，；：]/u.test(words.charAt(last - 1))) last--;
    return { start: start + lead, end: start + last };
  }

  #fold(): void {
    const { regions } = this.folds;
    this.blocks = regions.length === 0 ? this.plain : foldBlocks(this.plain, regions);
    this.rows = buildRows(this.blocks, this.folds);
  }

  #refresh({ start, end }: Highlight): void {
    this.version++;
    const last = blockAt(this.blocks, end - 1);
    for (let at = blockAt(this.blocks, start); at <= last; at++) {
      const block = this.blocks[at];
      if (block) this.#fill(block);
    }
  }

  #fill(block: ShownBlock): void {
    const shown = this.#cells.get(blockKey(block));
    if (shown) shown.cell.marks = this.index.over(block.start, block.end);
  }
}

/** The part with white space before and after it, as wide as its own characters (see estimate.ts). */
function padded({ from, text }: TextPart, length: number): string {
  const space = text.charCodeAt(text.length >> 1) >= WIDE_FROM ? '\u3000' : ' ';
  return space.repeat(from) + text + space.repeat(Math.max(0, length - from - text.length));
}
