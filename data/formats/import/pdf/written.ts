import { BlockWriter, type Place, type Style } from '../block-writer.ts';
import type { FoundHighlight, ReadText } from '../format.ts';
import { MarkList } from '../mark-list.ts';
import type { ReadWord, TextPage } from '../../../text/working-text.ts';
import type { Assembly, PageParagraphs } from './assembly.ts';
import type { Line } from './line.ts';
import { LineWriter } from './line-writer.ts';
import { NoteList } from './note-list.ts';
import type { Overlay } from './page.ts';
import type { Paragraph } from './paragraph.ts';

/** Text, blocks, marks, pages, words that were read, and highlights of a document. `labels`: what its pages are called. */
export function written(
  assembly: Assembly,
  labels: readonly string[],
  passed: (pages: number) => void,
): Pick<ReadText, 'text' | 'blocks' | 'marks' | 'pages' | 'words' | 'highlights'> {
  return new Writing(assembly, labels).write(passed);
}

class Writing {
  readonly #writer = new BlockWriter();
  readonly #marks = new MarkList();
  readonly #notes = new NoteList();
  readonly #overs = new Map<Overlay, { from: Place; to: Place }>();
  readonly #starts: { page: number; place: Place }[] = [];
  readonly #assembly: Assembly;
  readonly #labels: readonly string[];

  constructor(assembly: Assembly, labels: readonly string[]) {
    this.#assembly = assembly;
    this.#labels = labels;
  }

  write(passed: (pages: number) => void): ReturnType<typeof written> {
    this.#assembly.pages.forEach((page, index) => {
      this.#page(page, index);
      passed(1);
    });
    const { text, blocks } = this.#writer.finish();
    this.#notes.settle();
    const marks = this.#marks.finish(text);
    const pages = this.#pages(text.length);
    const highlights = this.#found(text);
    const words = this.#words();
    return {
      text,
      blocks,
      ...(marks.length > 0 && { marks }),
      ...(pages.length > 0 && { pages }),
      ...(words.length > 0 && { words }),
      ...(highlights.length > 0 && { highlights }),
    };
  }

  /** What stands aside comes before a paragraph that goes on over the page. */
  #page({ header, footer, body, aside, turned, comments }: PageParagraphs, page: number): void {
    for (const line of header) this.#line(line, page, { kind: 'paragraph', region: 'header' });
    const last = body.at(-1);
    const goesOn = last?.lines.at(-1)?.page !== page;
    for (const one of goesOn ? body.slice(0, -1) : body) this.#paragraph(one, page);
    for (const one of aside) this.#paragraph(one, page);
    for (const comment of comments) this.#comment(comment, page);
    for (const line of turned) this.#line(line, page, { kind: 'paragraph', region: 'boilerplate' });
    for (const line of footer) this.#line(line, page, { kind: 'paragraph', region: 'footer' });
    if (goesOn && last) this.#paragraph(last, page);
  }

  #comment(comment: string, page: number): void {
    this.#begin(page);
    this.#writer.words(comment, { kind: 'comment' });
    this.#writer.end('\n\n');
  }

  #line(line: Line, page: number, style: Style): void {
    this.#begin(page);
    this.#lineWriter(page).write([line], style);
    this.#writer.end('\n\n');
  }

  #paragraph(one: Paragraph, page: number): void {
    if (one.kind === 'table-row') return this.#row(one, page);
    const { kind, level, number, skip, lines } = one;
    const style: Style = {
      kind,
      ...(level !== undefined && { level }),
      ...(number !== undefined && number !== '' && { number: number.slice(0, 40) }),
    };
    this.#begin(lines[0]?.page ?? page);
    if (kind === 'footnote' && number) {
      this.#notes.begins(one.isEndnote ? undefined : page, number, this.#writer.here());
    }
    this.#lineWriter(page).write(lines, style, skip);
    this.#writer.end('\n\n');
  }

  #row({ cells = [], lines }: Paragraph, page: number): void {
    this.#begin(page);
    const read = readIn(lines);
    this.#writer.row(true);
    for (const cell of cells) {
      this.#writer.cell();
      cell.forEach((line, at) => {
        const { cut, between } = this.#assembly.vocabulary.joint(line, cell[at + 1] ?? '');
        this.#cellWords(line.slice(0, line.length - cut), read);
        if (between === ' ') this.#writer.space();
      });
    }
    this.#writer.endRow();
    this.#writer.end('\n');
  }

  /** Words of a cell; of `read`, what was read in pictures, those that they are. */
  #cellWords(words: string, read: ReadMap): void {
    if (read.size === 0) return this.#writer.words(words, { kind: 'paragraph' });
    words.split(' ').forEach((word, at) => {
      if (at > 0) this.#writer.space();
      const overlay = read.get(word)?.shift();
      const from = this.#writer.here();
      this.#writer.words(word, { kind: 'paragraph' });
      if (overlay) this.#over(overlay, from, this.#writer.there());
    });
  }

  #lineWriter(page: number): LineWriter {
    return new LineWriter(this.#writer, this.#assembly, {
      begin: (of) => this.#begin(of),
      mark: (mark) => this.#marks.add(mark),
      anchor: (mark, number, of, isPower) =>
        this.#marks.add(this.#notes.anchor(mark, number, of, isPower)),
      over: (overlay, from, to) => this.#over(overlay, from, to),
      page,
    });
  }

  /** What comes next stands on this page. */
  #begin(page: number): void {
    if (page <= (this.#starts.at(-1)?.page ?? -1)) return;
    this.#starts.push({ page, place: this.#writer.here() });
  }

  #over(overlay: Overlay, from: Place, to: Place): void {
    const open = this.#overs.get(overlay);
    if (open) open.to = to;
    else this.#overs.set(overlay, { from, to });
  }

  #pages(length: number): TextPage[] {
    return this.#starts.flatMap(({ page, place }, at): TextPage[] => {
      const end = this.#starts[at + 1]?.place.offset ?? length;
      const number = (this.#labels[page] ?? `${page + 1}`).slice(0, 40);
      return place.offset < end ? [{ start: place.offset, end, number }] : [];
    });
  }

  #words(): ReadWord[] {
    return [...this.#overs]
      .flatMap(([{ word }, { from, to }]): ReadWord[] =>
        word && from.offset < to.offset ? [{ start: from.offset, end: to.offset, ...word }] : [],
      )
      .sort((one, other) => one.start - other.start);
  }

  #found(text: string): FoundHighlight[] {
    return [...this.#overs]
      .filter(([{ kind }]) => kind === 'mark')
      .map(([{ note }, { from, to }]): FoundHighlight => {
        const [start, end] = [from.offset, Math.min(to.offset, text.length)];
        return { start, end, ...(note !== undefined && { note }) };
      })
      .filter(({ start, end }) => start < end)
      .sort((one, other) => one.start - other.start);
  }
}

/** Words that were read in pictures, by what they are, in their order. */
type ReadMap = ReadonlyMap<string, Overlay[]>;

function readIn(lines: readonly Line[]): ReadMap {
  const read = new Map<string, Overlay[]>();
  for (const { text, over } of lines) {
    for (const { from, to, overlay } of over) {
      if (overlay.kind !== 'word') continue;
      const word = text.slice(from, to);
      const same = read.get(word);
      if (same) same.push(overlay);
      else read.set(word, [overlay]);
    }
  }
  return read;
}
