import type { OutlineEntry } from '#data/formats/import/pdf/headings.ts';
import type { Span } from '#data/text/finder.ts';
import type { CaseModel } from '../state/case-model.svelte.ts';
import type { OpenText } from '../reader/open-text.svelte.ts';
import { FrameRefusal, PageFrame } from './page-frame.ts';
import { pageIndexAt, pageRanges } from '#data/queries/page-ranges.ts';
import { PageWordsIndex } from '#data/text/page-words.ts';
import type { PageSize, Refusal } from './wire.ts';

/** Pages whose sizes are asked for at a time. */
const SIZES = 200;
/** Pages whose words are kept. */
const KEPT = 60;

/** The original of the open document as pages: what the frame says of it, and the words on its pages. */
export class Pages {
  /** Sizes of all pages at 100 %; the first one's until a page's own is known. */
  sizes: readonly PageSize[] = $state.raw([]);
  outline: readonly OutlineEntry[] = $state.raw([]);
  labels: readonly string[] | null = $state.raw(null);
  /** What of the working text stands on each page. */
  ranges: readonly (Span | undefined)[] = $state.raw([]);
  /** Why there are no pages. */
  refusal: Refusal | null = $state(null);
  isOpening = $state(false);
  /** Rises when words of a page became known. */
  known = $state(0);

  readonly #model: CaseModel;
  readonly #frame: PageFrame;
  /** Which text of which document is open. */
  #open: { id: string; mediaType: string; text: OpenText } | undefined;
  readonly #words = new Map<number, PageWordsIndex | 'asked'>();

  constructor(model: CaseModel) {
    this.#model = model;
    this.#frame = new PageFrame(model);
  }

  get count(): number {
    return this.sizes.length;
  }

  /** The printed number of a page, or its place. */
  label(page: number): string {
    return this.labels?.[page] ?? String(page + 1);
  }

  /** Opens the pages of a document, unless they are open. */
  async open(text: OpenText, mediaType: string, password?: string): Promise<void> {
    const isSame = this.#open?.text === text && password === undefined;
    if (isSame) return;
    const open = { id: text.id, mediaType, text };
    this.#open = open;
    this.#forget();
    this.isOpening = true;
    try {
      const bytes = await this.#model.ask('page.source', { id: text.id });
      if (this.#open !== open) return;
      const isWhole = bytes.byteLength === bytes.buffer.byteLength;
      const own = (isWhole ? bytes : bytes.slice()).buffer as ArrayBuffer;
      const ask = { bytes: own, mediaType, ...(password !== undefined && { password }) };
      const { count, first, labels, outline } = await this.#frame.ask('open', ask);
      if (this.#open !== open) return;
      this.labels = labels;
      this.outline = outline;
      this.ranges = pageRanges(count, labels, text.pages);
      this.sizes = Array.from({ length: count }, () => first);
      void this.#measure(open, count);
    } catch (thrown) {
      if (this.#open === open) this.refusal = refusalOf(thrown);
    } finally {
      if (this.#open === open) this.isOpening = false;
    }
  }

  /** Lets everything go: the frame, its pictures, the words. */
  close(): void {
    this.#open = undefined;
    this.#forget();
    this.#frame.close();
  }

  /** The picture of a page, of whoever asks; throws {@link FrameRefusal}. */
  draw(page: number, scale: number, signal: AbortSignal): Promise<ImageBitmap> {
    return this.#frame.ask('draw', { page, scale }, signal);
  }

  /** The words of a page, as far as they are known; asks for them when they are not. */
  words(page: number): PageWordsIndex | undefined {
    const words = this.#words.get(page);
    if (words === undefined) void this.#ask(page);
    return words === 'asked' ? undefined : words;
  }

  /** Index of the page with an offset of the working text; -1 when that is on none. */
  pageOf(offset: number): number {
    return pageIndexAt(this.ranges, offset);
  }

  async #measure(open: object, count: number): Promise<void> {
    const sizes = [...this.sizes];
    for (let from = 0; from < count; from += SIZES) {
      const some = await this.#frame.ask('sizes', { from, to: from + SIZES }).catch(() => []);
      if (this.#open !== open) return;
      let isOther = false;
      some.forEach((size, i) => {
        const now = sizes[from + i];
        if (now?.width === size.width && now.height === size.height) return;
        sizes[from + i] = size;
        isOther = true;
      });
      if (isOther) this.sizes = [...sizes];
    }
  }

  async #ask(page: number): Promise<void> {
    const open = this.#open;
    const range = this.ranges[page];
    if (!open || !range) return;
    this.#words.set(page, 'asked');
    if (this.#words.size > KEPT) {
      const [oldest] = this.#words.keys();
      if (oldest !== undefined && oldest !== page) this.#words.delete(oldest);
    }
    try {
      const wanted = { id: open.id, start: range.start, end: range.end, page: page + 1 };
      const [told, runs] = await Promise.all([
        this.#model.ask('page.words', wanted),
        this.#frame.ask('words', { page }),
      ]);
      if (this.#open !== open) return;
      const index = told.words ? PageWordsIndex.read(told) : PageWordsIndex.drawn(runs, told);
      this.#words.set(page, index);
      this.known++;
    } catch {
      // Without its words a page is seen still.
      if (this.#open === open) this.#words.set(page, new PageWordsIndex([]));
    }
  }

  #forget(): void {
    this.sizes = [];
    this.outline = [];
    this.labels = null;
    this.ranges = [];
    this.refusal = null;
    this.isOpening = false;
    this.#words.clear();
  }
}

function refusalOf(thrown: unknown): Refusal {
  return thrown instanceof FrameRefusal ? thrown.why : 'broken';
}
