import type { LeftOutKind, Reading } from '../../../model/reading.ts';
import type { TextMark } from '../../../text/working-text.ts';
import { BlockWriter } from '../block-writer.ts';
import type { SourceFile } from '../format.ts';
import { HtmlReader } from '../html/reader.ts';
import type { ImportTools } from '../tools.ts';
import { HTML, type BodyForms } from './choose-parts.ts';
import { pageOfEnriched } from './enriched.ts';
import type { MimePart } from './mime-tree.ts';
import { textOfPart, type PartText } from './part-text.ts';
import { writePlain } from './plain-body.ts';

/** A text that says no more than that the words are elsewhere is no longer than this, in code units. */
const LONGEST_STUB = 600;
/** The words of the page are so many times as long then. */
const TIMES = 4;

/** Writes what a message says, and keeps how it was read. */
export class BodyWriter {
  readonly #writer: BlockWriter;
  readonly #file: SourceFile;
  readonly #tools: ImportTools & { passed: (units: number) => void };
  readonly #pages: HtmlReader[] = [];
  #damaged = 0;
  #first: PartText | undefined;
  readonly leftOut: { characters: number; kinds: LeftOutKind[] } = { characters: 0, kinds: [] };

  constructor(
    writer: BlockWriter,
    file: SourceFile,
    tools: ImportTools & { passed: (units: number) => void },
  ) {
    this.#writer = writer;
    this.#file = file;
    this.#tools = tools;
  }

  /** A stretch of the message in the form that says more: as plain text, unless that is a stub. */
  async write({ plain, html }: BodyForms): Promise<void> {
    const texts = await this.#texts(plain);
    const pages = await this.#texts(html);
    const isStub = pages.length > 0 && this.#isStub(texts, pages);
    for (const [part, read] of isStub || texts.length === 0 ? pages : texts) this.#body(part, read);
  }

  /** How the bodies were read. */
  get reading(): Pick<Reading, 'encoding' | 'guessed' | 'damaged'> {
    const { encoding, guessed } = this.#first ?? {};
    return {
      ...(encoding !== undefined && { encoding }),
      ...(guessed && { guessed }),
      ...(this.#damaged > 0 && { damaged: this.#damaged }),
    };
  }

  /** The marks of all pages, once the text is whole. */
  marks(text: string): TextMark[] {
    return this.#pages
      .flatMap((page) => page.marks.finish(text))
      .sort((one, other) => one.start - other.start || other.end - one.end);
  }

  async #texts(parts: readonly MimePart[]): Promise<[MimePart, PartText][]> {
    const read: [MimePart, PartText][] = [];
    for (const part of parts) read.push([part, await textOfPart(this.#file, part, this.#tools)]);
    return read;
  }

  #isStub(texts: readonly [MimePart, PartText][], pages: readonly [MimePart, PartText][]): boolean {
    const said = texts
      .map(([, { text }]) => text)
      .join('\n')
      .trim();
    if (said === '') return true;
    if (said.length > LONGEST_STUB) return false;
    const page = pages.reduce((sum, [, { text }]) => sum + lengthOf(text), 0);
    return /html/i.test(said) ? page > said.length : page > TIMES * said.length;
  }

  #body({ type: { value, parameters } }: MimePart, read: PartText): void {
    this.#first ??= read;
    this.#damaged += read.damaged;
    if (read.isBinary) this.leftOut.kinds.push('other');
    if (HTML.test(value)) {
      const page = new HtmlReader(this.#writer);
      page.read(value === 'text/html' ? read.text : pageOfEnriched(read.text), this.#tools.passed);
      this.#writer.end('\n\n');
      this.leftOut.characters += page.leftOut.characters;
      this.leftOut.kinds.push(...page.leftOut.what);
      this.#pages.push(page);
      return;
    }
    const is = (name: string, word: string): boolean =>
      parameters.get(name)?.bytes.toLowerCase() === word;
    const flow = { flowed: is('format', 'flowed'), delSp: is('delsp', 'yes') };
    writePlain(this.#writer, read.text, flow, this.#tools.passed);
  }
}

/** How many code units of text a page has. */
function lengthOf(html: string): number {
  const page = new HtmlReader(new BlockWriter());
  page.read(html);
  return page.writer.finish().text.length;
}
