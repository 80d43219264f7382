import type { LeftOut } from '../../../model/reading.ts';
import { BlockWriter } from '../block-writer.ts';
import { articleOf } from './article/find.ts';
import { TreeBuilder } from './build-tree.ts';
import type { StyleSheet } from './css/sheet.ts';
import { dress } from './dress.ts';
import { openFrames } from './frames.ts';
import { HtmlMarks } from './marks.ts';
import { HtmlMeta } from './meta.ts';
import { notesOf } from './notes.ts';
import { flagAround, flagRegions } from './regions.ts';
import { composeShadows } from './shadow.ts';
import { elementsIn, type PageElement } from './tree.ts';
import { PageWriter } from './write-page.ts';

/** Shortest article, in code units, for which the rest of a page is debris. */
const SHORTEST = 400;

/** What is known about a page beside its markup. */
export interface ReaderOptions {
  /** It came from the web for the sake of one text, and the rest of it is debris. */
  isArticle?: boolean;
  /** A style sheet that came with it, by its address. */
  sheet?: (address: string) => StyleSheet | undefined;
  /** The page of a frame that came with it, by its address. */
  frame?: (address: string) => string | undefined;
}

/**
 * Reads a page into text blocks of our own; no element of the page survives. Time and memory grow with the
 * size of the page, whatever is in it.
 */
export class HtmlReader {
  readonly writer: BlockWriter;
  readonly marks: HtmlMarks;
  readonly meta = new HtmlMeta();
  /** What of the page is no part of its text. */
  leftOut: LeftOut = { characters: 0, what: [] };

  readonly #options: ReaderOptions;

  /** `writer`: where the text goes, when it is a part of a larger one. */
  constructor(writer = new BlockWriter(), options: ReaderOptions = {}) {
    this.writer = writer;
    this.#options = options;
    this.marks = new HtmlMarks(writer);
  }

  /** Text of the first `<title>`. */
  get title(): string {
    return this.meta.title;
  }

  /** Reads the whole page; `passed` hears how many code units are done, `isXml` as in {@link TreeBuilder}. */
  read(html: string, passed: (units: number) => void = () => undefined, isXml = false): void {
    const builder = new TreeBuilder((comment) => this.meta.comment(comment), isXml);
    builder.read(html, passed);
    this.readTree(builder.root);
  }

  /** Reads a page that is a tree already. */
  readTree(root: PageElement): void {
    composeShadows(root);
    for (const one of elementsIn(root)) this.meta.element(one);
    if (this.#options.frame) openFrames(root, this.#options.frame);
    dress(root, this.#options.sheet);
    const article = this.#options.isArticle ? articleOf(root) : undefined;
    if (article && article.length >= SHORTEST) flagAround(root, article);
    else flagRegions(root);
    const page = new PageWriter(this.writer, this.marks, notesOf(root));
    page.write(root);
    this.leftOut = page.leftOut.found;
  }
}
