import type { CaretMotions, Granularity } from './caret-motions.ts';

/** What the pointer takes at a time: one click a place, two a word, three a paragraph. */
export type Grain = Extract<Granularity, 'character' | 'word' | 'paragraph'>;

/**
 * The selection in the reader as offsets into the text. The DOM knows nothing of it: its rows come
 * and go while the selection stays. Equal ends are a caret; -1 means that there is not even that.
 */
export class TextSelection {
  anchor = $state(-1);
  head = $state(-1);
  /** Whether a pointer is still dragging. */
  dragging = $state(false);

  get start(): number {
    return Math.min(this.anchor, this.head);
  }

  get end(): number {
    return Math.max(this.anchor, this.head);
  }

  get isCaret(): boolean {
    return this.head >= 0 && this.anchor === this.head;
  }

  get hasWords(): boolean {
    return this.head >= 0 && this.anchor !== this.head;
  }

  set(anchor: number, head = anchor): void {
    this.anchor = anchor;
    this.head = head;
  }

  clear(): void {
    this.set(-1);
  }

  /** Moves the caret; with `extend` the selection grows or shrinks instead. */
  move(motions: CaretMotions, by: Granularity, direction: 1 | -1, extend: boolean): void {
    if (!extend && this.hasWords && by === 'character') {
      this.set(direction === 1 ? this.end : this.start);
      return;
    }
    this.to(motions.move(this.head, by, direction), extend);
  }

  to(head: number, extend: boolean): void {
    this.set(extend ? this.anchor : head, head);
  }

  /** Stretches from what was first taken to what is under the pointer now, in whole grains. */
  stretch(motions: CaretMotions, from: number, to: number, grain: Grain): void {
    if (grain === 'character') {
      this.set(from, to);
      return;
    }
    const first = motions.around(from, grain);
    const second = motions.around(to, grain);
    if (second.start < first.start) this.set(first.end, second.start);
    else this.set(first.start, Math.max(first.end, second.end));
  }
}
