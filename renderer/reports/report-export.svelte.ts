import { asAppError, type ErrorShape } from '#data/errors.ts';
import type { ReportFormat } from '#data/formats/report/renderers/registry.ts';
import { desktop } from '../desktop.ts';
import type { CaseModel } from '../state/case-model.svelte.ts';
import type { ReportDraft } from './report-draft.svelte.ts';

/** Writing the report to a file: what is being written, what was, and what went wrong. */
export class ReportExport {
  busy: ReportFormat | undefined = $state();
  /** The last file written. */
  result: { file: string; sha256: string } | undefined = $state.raw();
  error: ErrorShape | undefined = $state.raw();

  readonly #model: CaseModel;

  constructor(model: CaseModel) {
    this.#model = model;
  }

  /** Saves the words in the case, then asks where to write the file; cancelling changes nothing. */
  async write(draft: ReportDraft, format: ReportFormat): Promise<void> {
    const { words } = draft;
    if (!words || this.busy) return;
    this.busy = format;
    this.error = undefined;
    try {
      await draft.save();
      this.result = (await this.#model.ask('report.export', { format, ...words })) ?? this.result;
    } catch (thrown) {
      this.result = undefined;
      this.error = asAppError(thrown).toJSON();
    } finally {
      this.busy = undefined;
    }
  }

  /** Shows the last file written in the file manager. */
  async reveal(): Promise<void> {
    if (!this.result) return;
    try {
      await desktop('written.reveal', { file: this.result.file });
    } catch (thrown) {
      this.error = asAppError(thrown).toJSON();
    }
  }
}
