import type { BackupInfo } from '#data/api/backup.ts';
import type { CopiedCase } from '#data/api/case.ts';
import { asAppError } from '#data/errors.ts';
import type { ProblemReport } from '#data/queries/verify.ts';
import { createContext } from 'svelte';
import { say } from '#data/words/say.ts';
import { desktop } from '../desktop.ts';
import type { CaseModel } from '../state/case-model.svelte.ts';
import type { Notices } from '../state/notices.svelte.ts';
import type { Program } from '../state/program.svelte.ts';

/** Keeping the open case safe: copies, backups, the check, and going on after a failed save. */
export class Safekeeping {
  /** The copy that was saved last, to be opened from the banner. */
  copy: CopiedCase | null = $state.raw(null);
  /** Backups of the case, newest first; null until they are asked for. */
  backups: readonly BackupInfo[] | null = $state.raw(null);
  /** Result of the last check. */
  report: ProblemReport | null = $state.raw(null);
  checking = $state(false);
  /** What the open panel works on, in words. */
  busy: string | null = $state(null);
  /** What was refused last, for the panel that asked. */
  problem: string | null = $state(null);

  readonly #model: CaseModel;
  readonly #app: Program;
  readonly #notice: Notices;

  constructor(model: CaseModel, app: Program, notice: Notices) {
    this.#model = model;
    this.#app = app;
    this.#notice = notice;
  }

  /** Copies the case, with what could not be saved here, to a folder that the person chooses. */
  async saveCopy(): Promise<void> {
    const copy = await this.#notice.attempt(() => this.#model.ask('case.saveCopy', {}));
    if (!copy) return;
    this.copy = copy; // where the case cannot be changed, the banner tells of it
    if (this.#app.open?.model.store.mode !== 'writable') return;
    this.#notice.say(say('safekeeping.copied-to', { folder: copy.folder }), {
      label: say('safekeeping.open-the-copy'),
      run: () => this.openCopy(copy),
    });
  }

  /** After a failed save or in a case that is read-only: tries to go back to normal. */
  async retry(): Promise<void> {
    this.busy = say('safekeeping.trying-again');
    await this.#notice.attempt(() => this.#app.current.retry());
    this.busy = null;
  }

  async exportFile(): Promise<void> {
    const written = await this.#notice.attempt(() => this.#model.ask('case.exportFile', {}));
    if (!written) return;
    const { file } = written;
    const show = () => this.#notice.attempt(() => desktop('written.reveal', { file }));
    this.#notice.say(say('safekeeping.the-whole-case-is-in-file', { file }), {
      label: say('safekeeping.show-in-folder'),
      run: show,
    });
  }

  /** Checks everything on the disk; progress comes as a job. */
  async check(): Promise<void> {
    if (this.checking) return;
    this.checking = true;
    this.report = null;
    const report = await this.#quietly(() => this.#model.ask('case.verify', {}));
    this.checking = false;
    this.report = report ?? null;
  }

  async listBackups(): Promise<void> {
    this.backups = (await this.#quietly(() => this.#model.ask('backup.list', {}))) ?? this.backups;
  }

  async backUp(): Promise<void> {
    this.busy = say('safekeeping.backing-up');
    this.backups = (await this.#quietly(() => this.#model.ask('backup.make', {}))) ?? this.backups;
    this.busy = null;
  }

  /** Unpacks a backup beside the present case, which stays as it is; answers the copy. */
  async restore(name: string): Promise<CopiedCase | undefined> {
    this.busy = say('safekeeping.restoring');
    const copy = await this.#quietly(() => this.#model.ask('backup.restore', { name }));
    this.busy = null;
    return copy ?? undefined;
  }

  /** Opens a copy instead of the present case. */
  openCopy({ key }: CopiedCase): Promise<boolean> {
    return this.#app.cases.open(key);
  }

  /** Keeps a refusal for the panel, which lies over the messages. */
  async #quietly<T>(work: () => Promise<T>): Promise<T | undefined> {
    this.problem = null;
    try {
      return await work();
    } catch (thrown) {
      const { code, message } = asAppError(thrown);
      if (code === 'cancelled') this.#notice.say(message);
      else this.problem = message;
      return undefined;
    }
  }
}

/** Shared by the workbench's panels and the banner; set once by the workbench. */
export const [safekeeping, setSafekeeping] = createContext<Safekeeping>();
