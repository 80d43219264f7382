import type { BlockWriter, Place, Style } from '../block-writer.ts';
import type { OpenMark } from '../mark-list.ts';
import type { Assembly } from './assembly.ts';
import type { Line, Span } from './line.ts';
import { isNoteSign, mayBePower } from './note-list.ts';
import type { Overlay } from './page.ts';

/** Who hears of what is found in lines. */
export interface LineListener {
  page: number;
  begin(page: number): void;
  mark(mark: OpenMark): void;
  /** A raised number, which may lead to a note, or say how often to multiply. */
  anchor(mark: OpenMark, number: string, page: number, isPower: boolean): void;
  /** A mark of a reader, or a word that was read. */
  over(overlay: Overlay, from: Place, to: Place): void;
}

const MARKS = {
  raised: 'superscript',
  lowered: 'subscript',
  strong: 'strong',
  emphasis: 'emphasis',
} as const;

/** A place in a line at which a mark begins or ends. */
interface Open {
  to: number;
  mark: OpenMark;
  sign?: string;
  isPower?: boolean;
  overlay?: Overlay;
}

/** Writes the lines of a paragraph into a block. */
export class LineWriter {
  readonly #writer: BlockWriter;
  readonly #assembly: Assembly;
  readonly #listener: LineListener;

  constructor(writer: BlockWriter, assembly: Assembly, listener: LineListener) {
    this.#writer = writer;
    this.#assembly = assembly;
    this.#listener = listener;
  }

  /** Lines as they join; `skip`: code units at the start of the first that are left out. */
  write(lines: readonly Line[], style: Style, skip = 0): void {
    const isPlain = style.kind === 'heading' || lines.every(({ bold }) => bold);
    lines.forEach((line, at) => {
      const next = lines[at + 1];
      const joint = next && this.#assembly.vocabulary.joint(line.text, next.text);
      this.#listener.begin(line.page);
      this.#line(line, at === 0 ? skip : 0, line.text.length - (joint?.cut ?? 0), style, isPlain);
      if (joint?.between === ' ') this.#writer.space();
    });
  }

  #line(line: Line, start: number, end: number, style: Style, isPlain: boolean): void {
    const spans = line.spans.filter(({ kind }) => kind !== 'strong' || !isPlain);
    const cuts = new Set([start, end]);
    for (const { from, to } of [...spans, ...line.over]) cuts.add(from).add(to);
    const places = [...cuts]
      .filter((at) => at >= start && at <= end)
      .sort((one, other) => one - other);
    const open: Open[] = [];
    places.forEach((at, index) => {
      const to = places[index + 1];
      // What ends in a hyphen that is cut off ends with the line.
      this.#close(open, to === undefined ? line.text.length : at, line.page);
      if (to === undefined) return;
      // Where the words begin that come next, whether or not a space comes first.
      const words = line.text.slice(at, to);
      if (/^\s/.test(words)) this.#writer.space();
      for (const one of begun(line, spans, at, start))
        open.push({ ...one, mark: this.#open(one.mark) });
      this.#words(words, spans, at, style);
    });
  }

  #open(mark: OpenMark): OpenMark {
    return { ...mark, from: this.#writer.here() };
  }

  #close(open: Open[], at: number, page: number): void {
    for (const one of open.splice(0)) {
      if (one.to > at) {
        open.push(one);
        continue;
      }
      one.mark.to = this.#writer.there();
      if (one.overlay && one.overlay.kind !== 'link')
        this.#listener.over(one.overlay, one.mark.from, one.mark.to);
      else if (one.sign !== undefined) {
        this.#listener.anchor(one.mark, one.sign, page, one.isPower === true);
      } else this.#listener.mark(one.mark);
    }
  }

  #words(words: string, spans: readonly Span[], at: number, style: Style): void {
    const text = words.trim();
    const shift = spans.find(
      ({ kind, from, to }) => (kind === 'raised' || kind === 'lowered') && from <= at && at < to,
    );
    if (shift?.kind === 'raised' || shift?.kind === 'lowered') {
      this.#writer.shifted(text, style, shift.kind);
    } else this.#writer.words(text, style);
    if (/\s$/.test(words)) this.#writer.space();
  }
}

const NOWHERE: Place = { offset: 0 };

/** The marks that begin at a place of a line; at its start those too that began in what is left out. */
function begun(line: Line, spans: readonly Span[], at: number, start: number): Open[] {
  const begins = ({ from, to }: { from: number; to: number }): boolean =>
    to > at && (from === at || (at === start && from < at));
  const looks = spans.filter(begins).map(({ kind, from, to }): Open => {
    const sign = line.text.slice(from, to).trim();
    const isNote = kind === 'raised' && isNoteSign(sign);
    const mark: OpenMark = { kind: MARKS[kind], from: NOWHERE, to: NOWHERE };
    return { to, mark, ...(isNote && { sign, isPower: mayBePower(line.text.slice(0, from)) }) };
  });
  const overs = line.over.filter(begins).map(({ to, overlay }): Open => {
    const { address } = overlay;
    const mark: OpenMark = {
      kind: 'link',
      from: NOWHERE,
      to: NOWHERE,
      ...(address !== undefined && { address }),
    };
    return { to, mark, overlay };
  });
  return [...overs, ...looks];
}
