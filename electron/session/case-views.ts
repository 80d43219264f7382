import type { CaseStore } from '../storage/case-store.ts';
import { isSealed, openSealedView, sealedView } from './sealed-view.ts';
import type { View, ViewFiles } from '../user-data/view-files.ts';

/**
 * What the window showed of a case when it was open last, or something else of the person and the case. It is a
 * help: a case opens also without it.
 */
export class CaseViews {
  readonly #files: ViewFiles;
  readonly #onTrouble: (error: unknown) => void;
  readonly #nameOf: (store: CaseStore) => string;
  #saving: Promise<unknown> = Promise.resolve();

  /** `onTrouble` is told what keeps a view from being read; `of`: what is kept, if it is no view. */
  constructor(files: ViewFiles, onTrouble: (error: unknown) => void, of = '') {
    this.#files = files;
    this.#onTrouble = onTrouble;
    this.#nameOf = (store) => `${uidOf(store)}${of}`;
  }

  /** The view of an open case. One that lies open although the case was encrypted since is sealed. */
  async of(store: CaseStore): Promise<View> {
    try {
      const kept = await this.#files.read(this.#nameOf(store));
      if (!store.status.encrypted || kept === null || isSealed(kept)) {
        return openSealedView(store, kept);
      }
      await this.save(store, kept);
      return kept;
    } catch (error) {
      this.#onTrouble(error);
      return null;
    }
  }

  /** Keeps the view of an open case; sealed when the case is encrypted. Throws what the disk throws. */
  save(store: CaseStore, view: View): Promise<void> {
    const saving = this.#files.write(this.#nameOf(store), sealedView(store, view));
    this.#saving = saving.catch(() => undefined);
    return saving;
  }

  /** Waits until what is being kept is kept. */
  async settled(): Promise<void> {
    await this.#saving;
  }
}

const uidOf = ({ state }: CaseStore): string => state.get('case', 'case')?.uid ?? '';
