import { inReadingOrder, type Mark } from './parse-markup.ts';
import type { Quotation } from './parse-entries.ts';
import type { Note } from './parse-note.ts';
import type { SampleOperation } from './sample.ts';
import { sourceError } from './source-error.ts';

/**
 * The highlights of all notes: inline marks and quoted evidence, one highlight for one range
 * whoever asks for it. The id tells the place: `n01.120-134`.
 */
export class Marks {
  readonly #texts = new Map<string, string>();
  readonly #marks = new Map<string, Mark & { document: string }>();

  /** Takes the marks of a note over; two marks of one range become one. */
  addNote(document: string, note: Note): void {
    this.#texts.set(document, note.text);
    for (const mark of note.marks) this.#add(document, note.file, mark);
  }

  /** Id of the highlight for quoted words, which must stand exactly once in the note's text. */
  quoted(file: string, { document, quote, line }: Quotation): string {
    const text = this.#texts.get(document);
    if (text === undefined) throw sourceError(file, line, `there is no note ${document}`);
    const start = text.indexOf(quote);
    if (start < 0) throw sourceError(file, line, `${document} has no words “${quote}”`);
    if (text.includes(quote, start + 1)) {
      throw sourceError(file, line, `${document} has the words “${quote}” more than once`);
    }
    return this.#add(document, file, { start, end: start + quote.length, tags: [], line });
  }

  /** Id of the first highlight that names the actor with exactly these words. */
  naming(entity: string, words: string): string | undefined {
    for (const [id, mark] of this.#marks) {
      if (mark.entity !== entity) continue;
      if (this.#texts.get(mark.document)?.slice(mark.start, mark.end) === words) return id;
    }
    return undefined;
  }

  /** `highlight.add` for each, note by note in reading order. */
  operations(): SampleOperation[] {
    return [...this.#marks]
      .sort(([, a], [, b]) => a.document.localeCompare(b.document) || inReadingOrder(a, b))
      .map(([id, mark]) => addition(id, mark));
  }

  #add(document: string, file: string, mark: Mark): string {
    const id = `${document}.${mark.start}-${mark.end}`;
    const there = this.#marks.get(id);
    if (there?.entity && mark.entity && there.entity !== mark.entity) {
      throw sourceError(file, mark.line, `the same words name ${there.entity} and ${mark.entity}`);
    }
    const tags = [...new Set([...(there?.tags ?? []), ...mark.tags])];
    this.#marks.set(id, { ...there, ...mark, tags, document });
    return id;
  }
}

function addition(id: string, mark: Mark & { document: string }): SampleOperation {
  const { document, start, end, tags, entity, note } = mark;
  return {
    op: 'highlight.add',
    input: {
      id,
      document,
      start,
      end,
      ...(tags.length > 0 ? { tags } : {}),
      ...(entity === undefined ? {} : { entity }),
      ...(note === undefined ? {} : { note }),
    },
  };
}
