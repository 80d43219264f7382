import type { AppInfo, CaseSnapshot, Events, JobState, RecentCase, Settings } from '#data/api.ts';
import { AppError } from '#data/errors.ts';
import { desktop, importDropped, onDesktop } from '../desktop.ts';
import { CaseModel } from './case-model.svelte.ts';
import type { Commands } from './commands.svelte.ts';
import type { Notices } from './notices.svelte.ts';
import { ViewStore } from './view-store.ts';

/** The open case with how it was last looked at. */
export interface OpenCase {
  model: CaseModel;
  view: ViewStore;
}

/** Everything that outlives a case: settings, the list of recent cases, jobs, and which case is open. */
export class Program {
  info: AppInfo | null = $state.raw(null);
  settings: Settings | null = $state.raw(null);
  recent: readonly RecentCase[] = $state.raw([]);
  open: OpenCase | null = $state.raw(null);
  jobs: readonly JobState[] = $state.raw([]);
  /** The import whose results are to be looked at. */
  results: JobState | null = $state.raw(null);
  /** Rises when the title of a new case is asked for; the start screen puts the focus there. */
  titleWanted = $state(0);
  /** What the program is busy with at the start screen, in words. */
  busy: string | null = $state(null);

  readonly #notices: Notices;
  readonly #commands: Commands;

  constructor(notices: Notices, commands: Commands) {
    this.#notices = notices;
    this.#commands = commands;
  }

  /** Asks the desktop how things stand and listens to it; returns how to stop. */
  start(): () => void {
    const stops = [
      onDesktop('change', (change) => this.open?.model.receive(change)),
      onDesktop('store', (store) => this.open && (this.open.model.store = store)),
      onDesktop('job', (job) => this.#receiveJob(job)),
      onDesktop('command', ({ id }) => this.#commands.run(id)),
      onDesktop('closing', () => void this.open?.view.flush()),
    ];
    void this.#notices.attempt(async () => {
      const [info, settings] = await Promise.all([
        desktop('app.info', {}),
        desktop('settings.get', {}),
      ]);
      this.info = info;
      this.settings = settings;
      this.#show(await desktop('case.current', {}));
      await this.#refreshRecent();
    });
    return () => stops.forEach((stop) => stop());
  }

  async set(change: Partial<Settings>): Promise<void> {
    await this.#notices.attempt(async () => {
      this.settings = await desktop('settings.set', change);
    });
  }

  /** Goes to the start screen with the field for a title: a new case begins with its name. */
  async askForTitle(): Promise<void> {
    await this.closeCase();
    this.titleWanted++;
  }

  createCase(title: string): Promise<boolean> {
    return this.#opening('Making the case', () => desktop('case.create', { title }));
  }

  chooseCase(): Promise<boolean> {
    return this.#opening('Opening the case', () => desktop('case.choose', {}));
  }

  openCase(key: string): Promise<boolean> {
    return this.#opening('Opening the case', () => desktop('case.open', { key }));
  }

  /** Goes back to the start screen. */
  async closeCase(): Promise<void> {
    if (!this.open) return;
    await this.#notices.attempt(async () => {
      await this.open?.view.flush();
      await desktop('case.close', {});
      this.open = null;
      this.jobs = [];
      await this.#refreshRecent();
    });
  }

  async importChosen(folder: boolean): Promise<void> {
    await this.#notices.attempt(() => desktop('import.choose', { folder }));
  }

  async importFiles(files: File[]): Promise<void> {
    if (files.length > 0) await this.#notices.attempt(() => importDropped(files));
  }

  async cancelJob(id: string): Promise<void> {
    await this.#notices.attempt(() => desktop('job.cancel', { id }));
  }

  async #opening(words: string, ask: () => Promise<CaseSnapshot | null>): Promise<boolean> {
    this.busy = words;
    await this.open?.view.flush();
    const snapshot = await this.#notices.attempt(ask);
    this.busy = null;
    if (snapshot) this.#show(snapshot);
    else await this.#refreshRecent();
    return Boolean(snapshot);
  }

  #show(snapshot: CaseSnapshot | null): void {
    if (!snapshot) return;
    const view = new ViewStore(snapshot.view, (saved) =>
      this.#notices.attempt(() => desktop('case.saveView', { view: saved })),
    );
    this.open = { model: new CaseModel(snapshot), view };
  }

  async #refreshRecent(): Promise<void> {
    await this.#notices.attempt(async () => {
      this.recent = await desktop('case.recent', {});
    });
  }

  #receiveJob(job: Events['job']): void {
    const rest = this.jobs.filter(({ id }) => id !== job.id);
    this.jobs = job.state === 'running' ? [...rest, job] : rest;
    if (job.error) {
      const { code, message, details } = job.error;
      this.#notices.fail(new AppError(code, message, details));
    }
    if (job.state !== 'running' && job.kind === 'import' && job.results?.length) this.results = job;
  }
}
