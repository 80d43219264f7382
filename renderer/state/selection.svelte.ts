/** What the analyst is looking at; reader, network, timeline and inspector share it. */
export type Selected =
  | { kind: 'highlight'; id: string; document: string }
  | { kind: 'document' | 'entity' | 'relation' | 'event' | 'claim' | 'tag'; id: string };

/** Words of a document: a half-open range of UTF-16 code units. */
export interface SelectedWords {
  document: string;
  start: number;
  end: number;
  quote: string;
}

/** A wish to bring something into sight; `at` tells two equal wishes apart. */
export interface Reveal {
  document: string;
  /** Highlight to show and flash; absent: the top of the document. */
  highlight?: string;
  /** Offset to show when there is no highlight, in UTF-16 code units. */
  offset?: number;
  /** Where the words end that begin at the offset, when they are to flash. */
  end?: number;
  /** Put the offset at the top edge, as it was when the view was kept. */
  top?: boolean;
  at: number;
}

/** The one selection of the window. */
export class Selection {
  item: Selected | null = $state.raw(null);
  /** Words selected in the reader, for whatever wants them as evidence. */
  words: SelectedWords | null = $state.raw(null);
  /** Actors selected in the network beside `item` (lasso, shift-click). */
  entities: ReadonlySet<string> = $state.raw(new Set());
  /** Where the reader should go. The reader follows it and leaves it. */
  reveal: Reveal | null = $state.raw(null);
  /** Actor to bring into sight in the network. */
  focusEntity: { id: string; at: number } | null = $state.raw(null);

  select(item: Selected | null): void {
    this.item = item;
    this.entities = new Set(item?.kind === 'entity' ? [item.id] : []);
  }

  /** Opens a document in the reader and selects it, or shows and selects a highlight of it. */
  goTo(document: string, highlight?: string): void {
    this.reveal = { document, ...(highlight ? { highlight } : {}), at: performance.now() };
    if (highlight) this.select({ kind: 'highlight', id: highlight, document });
    else this.select({ kind: 'document', id: document });
  }

  /** Selects an actor and shows it in the network. */
  showEntity(id: string): void {
    this.select({ kind: 'entity', id });
    this.focusEntity = { id, at: performance.now() };
  }
}
