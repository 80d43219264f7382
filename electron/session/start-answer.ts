import type { CaseSnapshot } from '#data/api/case-snapshot.ts';
import { asAppError, type AppError } from '#data/errors.ts';
import { serializeSnapshot, type SerializedSnapshot } from '../ipc/serialized-snapshot.ts';

/** What came of the case that was opened at the start, until the page asks for it. It is told once. */
export class StartAnswer {
  /** The answer; it holds while the store stands as it did then. */
  #ready: { event: number; answer: SerializedSnapshot } | undefined;
  #failure: AppError | undefined;

  /** Opens a case, and makes the text of the answer ahead. */
  async get(open: () => Promise<CaseSnapshot>): Promise<void> {
    try {
      const snapshot = await open();
      this.#ready = { event: snapshot.event, answer: await serializeSnapshot(snapshot) };
    } catch (error) {
      this.#failure = asAppError(error);
    }
  }

  /** Another case is open now. */
  forget(): void {
    this.#ready = undefined;
  }

  /** The answer if it still holds after event `event`. Throws why the case could not be opened. */
  take(event: number | undefined): SerializedSnapshot | undefined {
    const [ready, failure] = [this.#ready, this.#failure];
    this.#ready = undefined;
    this.#failure = undefined;
    if (failure) throw failure;
    return ready && ready.event === event ? ready.answer : undefined;
  }
}
