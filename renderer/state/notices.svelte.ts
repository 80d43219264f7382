import { asAppError } from '#data/errors.ts';

/** Something to do about a notice, as one button. */
export interface NoticeAction {
  label: string;
  run: () => unknown;
}

/** A sentence at the edge of the window. */
export interface Notice {
  id: number;
  tone: 'info' | 'question' | 'error';
  text: string;
  action?: NoticeAction;
}

/** How long an ordinary notice stays, in milliseconds; errors stay until they are closed. */
const STAY = 6000;
const MOST = 4;

/** What the program has to say without stopping anybody. */
export class Notices {
  list: readonly Notice[] = $state.raw([]);
  #last = 0;
  readonly #timers = new Map<number, ReturnType<typeof setTimeout>>();

  /** Says what happened, for a few seconds. */
  say(text: string, action?: NoticeAction): void {
    const id = this.#add('info', text, action);
    this.leaveSoon(id);
  }

  /** Asks before something is done; it stays until it is answered or closed. */
  ask(text: string, action: NoticeAction): void {
    this.#add('question', text, action);
  }

  /** Says what has to be known; it stays until it is closed. */
  warn(text: string): void {
    this.#add('error', text);
  }

  /** Shows what was refused or failed; what the person stopped is no failure. Anything thrown is welcome. */
  fail(thrown: unknown, action?: NoticeAction): void {
    const { code, message } = asAppError(thrown);
    if (code === 'cancelled') this.say(message);
    else this.#add('error', message, action);
  }

  /** Does something and shows its failure; resolves to undefined then. */
  async attempt<T>(work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work();
    } catch (thrown) {
      this.fail(thrown);
      return undefined;
    }
  }

  close(id: number): void {
    this.stay(id);
    this.list = this.list.filter((one) => one.id !== id);
  }

  /** Stops the clock of a notice, while the pointer or the focus is on it. */
  stay(id: number): void {
    clearTimeout(this.#timers.get(id));
    this.#timers.delete(id);
  }

  /** Lets an ordinary notice go after its time. */
  leaveSoon(id: number): void {
    const notice = this.list.find((one) => one.id === id);
    if (notice?.tone !== 'info' || this.#timers.has(id)) return;
    this.#timers.set(
      id,
      setTimeout(() => this.close(id), STAY),
    );
  }

  #add(tone: Notice['tone'], text: string, action?: NoticeAction): number {
    // Ordinary news give way to newer ones: they would cover the words that are worked on.
    const kept = this.list.filter(
      (one) => one.text !== text && !(tone === 'info' && one.tone === 'info'),
    );
    const id = ++this.#last;
    this.list = [...kept, { id, tone, text, ...(action ? { action } : {}) }].slice(-MOST);
    return id;
  }
}
