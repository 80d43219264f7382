import { untrack } from 'svelte';

/** The modal dialogs that are open, the topmost last. What stands outside it cannot be used. */
class OpenDialogs {
  #open: readonly symbol[] = $state.raw([]);

  /** Whether some dialog is open. */
  get some(): boolean {
    return this.#open.length > 0;
  }

  /** Whether this dialog lies above all others. */
  isTop(dialog: symbol): boolean {
    return this.#open.at(-1) === dialog;
  }

  /** Notes an opened dialog; returns how to note that it was closed. */
  add(dialog: symbol): () => void {
    this.#open = [...untrack(() => this.#open), dialog];
    return () => {
      this.#open = this.#open.filter((other) => other !== dialog);
    };
  }
}

/** All dialogs of the window. */
export const openDialogs = new OpenDialogs();
