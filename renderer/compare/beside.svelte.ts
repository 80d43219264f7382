import type { DocumentLink } from '#data/model/document-link.ts';
import { paragraphAt } from '#data/text/alignment/fixed-rows.ts';
import type { AlignedRow } from '#data/text/alignment/align-paragraphs.ts';
import { turned, withoutRow, withPair } from '#data/text/alignment/pairs.ts';
import { blockAt } from '#data/text/block-at.ts';
import { say } from '#data/words/say.ts';
import type { Notices } from '../state/notices.svelte.ts';
import {
  paragraphsOf,
  rowsOf,
  type Aligned,
  type BothTexts,
  type TextSide,
} from '../translations/aligned.ts';
import type { Place, Translations } from '../translations/translations.svelte.ts';

/** A paragraph of one of the texts, by number. */
export interface Cursor {
  side: TextSide;
  at: number;
}

/** A text and its translation side by side: where the analyst is, what is chosen, and mending which belongs where. */
export class Beside {
  readonly texts: BothTexts;
  /** The quote that was brought here. */
  readonly quote: Place | undefined;
  /** The link as it is now; as it was when it is gone. */
  readonly link: DocumentLink = $derived.by(() => this.#linkNow());
  rows: readonly AlignedRow[] = $state.raw([]);
  cursor: Cursor = $state.raw({ side: 'left', at: 0 });
  /** The paragraph of each side that is to be put beside the other. */
  chosen: Readonly<Partial<Record<TextSide, number>>> = $state.raw({});
  readonly #translations: Translations;
  readonly #notices: Notices;
  /** As it was when the texts were read. */
  readonly #first: DocumentLink;
  /** The revision of the link that the rows are of. */
  #aligned: number;

  constructor(
    parts: { translations: Translations; notices: Notices },
    link: DocumentLink,
    aligned: Aligned,
    quote?: Place,
  ) {
    const { texts, rows } = aligned;
    this.#translations = parts.translations;
    this.#notices = parts.notices;
    this.texts = texts;
    this.quote = quote;
    this.rows = rows;
    this.#first = link;
    this.#aligned = link.rev;
    if (quote) {
      const side = quote.document === texts.left.document ? 'left' : 'right';
      this.cursor = { side, at: blockAt(texts[side].paragraphs, quote.start) };
    }
  }

  /** Aligns anew when the pairs of the link changed; call it when the link did. */
  async follow({ rev }: DocumentLink): Promise<void> {
    if (rev === this.#aligned) return;
    this.#aligned = rev;
    const rows = await this.#notices.attempt(() => rowsOf(this.texts, this.link));
    if (rows && rev === this.#aligned) this.rows = rows;
  }

  /** Number of the row that a paragraph stands in. */
  rowOf({ side, at }: Cursor): number {
    return Math.max(
      0,
      this.rows.findIndex((row) => at < row[side].end),
    );
  }

  /** Whether the paragraph is beside the one with the quote. */
  isBesideQuote({ side, at }: Cursor): boolean {
    const { quote, texts } = this;
    if (!quote || quote.end === quote.start) return false;
    if (quote.document === texts[side].document) return false;
    const other = side === 'left' ? 'right' : 'left';
    const number = blockAt(texts[other].paragraphs, quote.start);
    const row = this.rows[this.rowOf({ side: other, at: number })];
    return row !== undefined && at >= row[side].start && at < row[side].end;
  }

  /** Goes on or back by a number of paragraphs of the side. */
  step(by: number): void {
    const { side, at } = this.cursor;
    const last = this.texts[side].paragraphs.length - 1;
    this.cursor = { side, at: Math.max(0, Math.min(last, at + by)) };
  }

  /** Goes to what stands beside the paragraph, or nearest to that. */
  cross(side: TextSide): void {
    if (this.cursor.side === side) return;
    const row = this.rows[this.rowOf(this.cursor)];
    const last = this.texts[side].paragraphs.length - 1;
    if (row && last >= 0) this.cursor = { side, at: Math.min(last, row[side].start) };
  }

  /** Chooses a paragraph, or lets it go; the cursor comes along. */
  choose({ side, at }: Cursor): void {
    this.cursor = { side, at };
    const { [side]: before, ...rest } = this.chosen;
    this.chosen = before === at ? rest : { ...rest, [side]: at };
  }

  /** Whether a paragraph is chosen on each side. */
  get canPut(): boolean {
    return this.chosen.left !== undefined && this.chosen.right !== undefined;
  }

  /** The row of the cursor, if the analyst put it. */
  get byHand(): AlignedRow | undefined {
    const row = this.rows[this.rowOf(this.cursor)];
    return row?.byHand ? row : undefined;
  }

  /** Puts the two chosen paragraphs side by side. */
  async put(): Promise<void> {
    const { chosen, texts } = this;
    const from = texts.left.paragraphs[chosen.left ?? -1]?.start;
    const to = texts.right.paragraphs[chosen.right ?? -1]?.start;
    if (from === undefined || to === undefined) return;
    const pairs = withPair(turned(this.link.pairs ?? []), { from, to }, paragraphsOf(texts));
    if (!(await this.#save(pairs, say('translations.put')))) return;
    this.cursor = { side: 'left', at: paragraphAt(texts.left.paragraphs, from) ?? 0 };
    this.chosen = {};
  }

  /** Takes the pairs of the cursor's row away; the program aligns it again. */
  async takeApart(): Promise<void> {
    const { byHand } = this;
    if (!byHand) return;
    const pairs = withoutRow(turned(this.link.pairs ?? []), byHand, paragraphsOf(this.texts));
    await this.#save(pairs, say('translations.apart'));
  }

  #linkNow(): DocumentLink {
    return this.#translations.model.table('documentLink').get(this.#first.id) ?? this.#first;
  }

  /** Keeps pairs as they are seen from the left text. */
  async #save(pairs: ReturnType<typeof turned>, said: string): Promise<boolean> {
    const { model } = this.#translations;
    const input = { id: this.link.id, pairs: pairs.length > 0 ? turned(pairs) : null };
    const done = await this.#notices.attempt(() => model.perform('documentLink.update', input));
    if (!done) return false;
    this.#notices.say(said, {
      label: say('translations.undo'),
      run: () => this.#notices.attempt(() => model.perform('undo', {})),
    });
    return true;
  }
}
