import type { AppInfo, Settings } from '#data/api/app.ts';
import type { CallInput } from '#data/api/api.ts';
import type { Events } from '#data/api/events.ts';
import type { JobState } from '#data/api/job.ts';
import { AppError } from '#data/errors.ts';
import { desktop, importDropped, onDesktop } from '../desktop.ts';
import { ImportQueue } from './import-queue.svelte.ts';
import { Cases } from './cases.svelte.ts';
import type { Commands } from './commands.svelte.ts';
import { CurrentCase, type OpenCase } from './current-case.svelte.ts';
import type { Notices } from './notices.svelte.ts';
import { Protection } from './protection.svelte.ts';

/** Everything that outlives a case: settings, jobs, and which case is open. */
export class Program {
  info: AppInfo | null = $state.raw(null);
  settings: Settings | null = $state.raw(null);
  /** Whether it is known which case is open: without one, the start screen is shown then. */
  begun = $state(false);
  jobs: readonly JobState[] = $state.raw([]);
  readonly imports = new ImportQueue();
  readonly current: CurrentCase;
  readonly cases: Cases;
  readonly protection: Protection;

  readonly #notices: Notices;
  readonly #commands: Commands;

  constructor(notices: Notices, commands: Commands) {
    this.#notices = notices;
    this.#commands = commands;
    this.current = new CurrentCase(notices);
    this.protection = new Protection(notices, this.current);
    this.cases = new Cases(notices, this.current, this.protection);
  }

  /** The open case, if there is one. */
  get open(): OpenCase | null {
    return this.current.open;
  }

  /** Asks the desktop how things stand and listens to it; returns how to stop. */
  start(): () => void {
    const stops = [
      onDesktop('change', (change) => this.current.hear({ kind: 'change', ...change })),
      onDesktop('store', ({ session, event, ...store }) =>
        this.current.hear({ kind: 'store', session, event, store }),
      ),
      () => this.current.clear(),
      onDesktop('rewriting', ({ done, total }) => {
        const { cases, protection } = this;
        const part = done / Math.max(1, total);
        if (protection.holding) protection.holding = { ...protection.holding, part };
        else if (cases.busy !== null) cases.upgraded = part;
      }),
      onDesktop('job', (job) => this.#receiveJob(job)),
      onDesktop('import', (news) => this.imports.hear(news, this.open?.model.session)),
      onDesktop('watching', ({ session, watched }) => {
        if (session === this.open?.model.session) this.imports.watched = watched;
      }),
      onDesktop('command', ({ id }) => this.#commands.run(id)),
      onDesktop('closing', () => void this.current.flush()),
    ];
    void this.#begin();
    return () => stops.forEach((stop) => stop());
  }

  async set(change: Partial<Settings>): Promise<void> {
    await this.#notices.attempt(async () => {
      this.settings = await desktop('settings.set', change);
    });
  }

  async importChosen(folder: boolean): Promise<void> {
    await this.#notices.attempt(() => this.current.model.ask('import.choose', { folder }));
  }

  async importFiles(files: File[]): Promise<void> {
    if (files.length === 0) return;
    await this.#notices.attempt(() => importDropped(files, this.current.model.session));
  }

  /** Imports words that were dropped on the window. */
  async importWords(words: CallInput<'import.text'>): Promise<void> {
    await this.#notices.attempt(() => this.current.model.ask('import.text', words));
  }

  /** Imports what is on the clipboard. */
  async paste(): Promise<void> {
    await this.#notices.attempt(() => this.current.model.ask('import.paste', {}));
  }

  async cancelJob(id: string): Promise<void> {
    await this.#notices.attempt(() => desktop('job.cancel', { id }));
  }

  async #begin(): Promise<void> {
    const opening = this.current.tryToOpen(() => desktop('case.current', {}));
    await this.#notices.attempt(async () => {
      const [info, settings] = await Promise.all([
        desktop('app.info', {}),
        desktop('settings.get', {}),
      ]);
      this.info = info;
      this.settings = settings;
    });
    this.current.show(await opening);
    this.begun = true;
    await this.cases.refreshRecent();
  }

  #receiveJob(job: Events['job']): void {
    const rest = this.jobs.filter(({ id }) => id !== job.id);
    this.jobs = job.state === 'running' ? [...rest, job] : rest;
    // Where the preview is to be, it says itself why there is none.
    if (job.error && job.kind !== 'preview') {
      const { code, message, details } = job.error;
      this.#notices.fail(new AppError(code, message, details));
    }
  }
}
