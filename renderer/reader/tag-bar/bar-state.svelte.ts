import type { Reader } from '../reader.svelte.ts';
import { formKinds, type FormKind } from './form-drafts.svelte.ts';
import type { Target } from './plans.ts';
import type { Spread } from './spread.svelte.ts';

/** What follows once the words have a tag or an actor. */
export type Then = 'all' | 'relation' | undefined;

/** What the bar is asking for. */
export type Mode =
  | { kind: 'choose'; then?: Then }
  /** The type of the actor that is going to be made. */
  | { kind: 'type'; name: string; then?: Then }
  /** A form that is typed into. */
  | { kind: FormKind }
  | { kind: 'spread'; spread: Spread }
  | { kind: 'relation' };

/** Which words the tag bar is about, what it asks, and what is typed into it. */
export class BarState {
  target: Target | null = $state.raw(null);
  mode: Mode = $state.raw({ kind: 'choose' });
  query = $state('');
  /** The last key pressed, as it stands on a Latin keyboard: codebook keys work in every layout. */
  lastKey = $state('');
  /** Number of the line that Enter takes. */
  active = $state(0);
  readonly #reader: Reader;

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  get isOpen(): boolean {
    return this.target !== null;
  }

  get then(): Then {
    return this.mode.kind === 'choose' || this.mode.kind === 'type' ? this.mode.then : undefined;
  }

  /** The form that is typed into, if one is open. */
  get form(): FormKind | undefined {
    const { kind } = this.mode;
    if (!this.target) return undefined;
    return formKinds.find((one) => one === kind);
  }

  /** Asks for something, with nothing typed yet. */
  ask(mode: Mode): void {
    this.mode = mode;
    this.query = '';
    this.active = 0;
  }

  /** Whether the bar is (still) about these words: others may be selected while they are saved. */
  isOn({ document, start, end }: Target): boolean {
    const { target } = this;
    return target?.document === document && target.start === start && target.end === end;
  }

  /** Takes the bar away after its words were taken, and selects the highlight they have now. */
  finish(target: Target, highlight: string | undefined): void {
    if (!this.isOn(target)) return;
    const { words, open } = this.#reader;
    this.target = null;
    this.mode = { kind: 'choose' };
    this.query = '';
    if (words.head >= 0) words.set(words.end);
    const mark = highlight === undefined ? undefined : open?.index.get(highlight);
    if (mark) this.#reader.pick(mark);
    this.#reader.panes.focus();
  }
}
