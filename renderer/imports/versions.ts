import type { MadeVersion } from '#data/api/version.ts';
import { say } from '#data/words/say.ts';
import type { CaseModel } from '../state/case-model.svelte.ts';
import type { Notices } from '../state/notices.svelte.ts';
import type { Selection } from '../state/selection.svelte.ts';
import type { Looks } from './looks.svelte.ts';

/** What versions are made with. */
export interface VersionParts {
  model: CaseModel;
  notices: Notices;
  selection: Selection;
  looks: Looks;
}

/** Makes new versions of documents, and says what became of their highlights. */
export class Versions {
  readonly #parts: VersionParts;

  constructor(parts: VersionParts) {
    this.#parts = parts;
  }

  /** Asks for a file and makes it the next version of a document. */
  async import(id: string): Promise<void> {
    const { model } = this.#parts;
    await this.#tell(id, () => model.ask('version.import', { id }));
  }

  /** Takes the highlights of a document along to a newer version that is in the case already. */
  async reanchor(from: string, to: string): Promise<void> {
    const { model } = this.#parts;
    await this.#tell(from, () => model.ask('version.reanchor', { from, to }));
  }

  async #tell(id: string, work: () => Promise<MadeVersion | null>): Promise<void> {
    const { model, notices, selection, looks } = this.#parts;
    const made = await notices.attempt(work);
    if (!made) return;
    // What is said leads to what waits: that is known here by then.
    await model.received(made.n);
    const title = model.table('document').get(id)?.title ?? id;
    if (!made.isNew) return notices.say(say('versions.sameAgain', { title }));
    selection.goTo(made.id);
    const { exact, moved, uncertain, lost } = made.counts;
    if (exact + moved + uncertain + lost === 0) {
      return notices.say(say('versions.came', { title }));
    }
    const waits = moved + uncertain + lost > 0;
    notices.say(
      say('versions.cameWith', { title, counts: say('versions.counts', made.counts) }),
      waits ? { label: say('versions.look'), run: () => looks.openAt(id, made.id) } : undefined,
    );
  }
}
