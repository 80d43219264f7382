import { asAppError, type AppError, type ErrorShape } from '#data/errors.ts';
import type { CaseModel } from '../state/case-model.svelte.ts';
import type { ReportWords } from './report-draft.svelte.ts';

/** How long the analyst must stop writing before the preview follows, in milliseconds. */
const PAUSE = 350;

/** The report as it would be exported now. One preview is made at a time; the last words win. */
export class ReportPreview {
  /** Where the preview is; the desktop loads a frame that shows it anew. */
  address: string | undefined = $state.raw();
  error: ErrorShape | undefined = $state.raw();
  working = $state(false);
  /** The last one was cancelled; what is shown is an earlier one, if there is one. */
  cancelled = $state(false);
  #wanted: ReportWords | undefined;
  /** The words last asked for, in JSON: the same words are not asked for twice. */
  #asked = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  readonly #model: CaseModel;

  constructor(model: CaseModel) {
    this.#model = model;
  }

  /** Asks for a preview of these words after a pause; the first one comes at once. */
  show(words: ReportWords): void {
    const asked = JSON.stringify(words);
    if (asked === this.#asked) return;
    this.#asked = asked;
    this.#wanted = words;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#make(), this.address === undefined ? 0 : PAUSE);
  }

  /** Makes one of these words at once, after another was cancelled. */
  again(words: ReportWords): void {
    clearTimeout(this.#timer);
    this.#asked = JSON.stringify(words);
    this.#wanted = words;
    void this.#make();
  }

  /** Forgets what was asked for. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#wanted = undefined;
  }

  async #make(): Promise<void> {
    if (this.working) return;
    this.working = true;
    while (this.#wanted) {
      const words = this.#wanted;
      this.#wanted = undefined;
      this.cancelled = false;
      try {
        this.address = (await this.#model.ask('report.preview', words)).address;
        this.error = undefined;
      } catch (thrown) {
        this.#refused(asAppError(thrown));
      }
    }
    this.working = false;
  }

  /** Who cancels wants none for now, whatever was asked for meanwhile. */
  #refused(error: AppError): void {
    this.cancelled = error.code === 'cancelled';
    if (this.cancelled) this.stop();
    this.error = this.cancelled ? undefined : error.toJSON();
  }
}
