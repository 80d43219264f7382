import { tick } from 'svelte';
import type { AppInfo, Settings } from '#data/api/app.ts';
import type { CallInput } from '#data/api/api.ts';
import type { CaseChange, CaseSnapshot, Stamp, StoreState } from '#data/api/case-snapshot.ts';
import type { Events } from '#data/api/events.ts';
import type { JobState } from '#data/api/job.ts';
import type { NewForm, Secret } from '#data/api/protection.ts';
import type { RecentCase } from '#data/api/case.ts';
import { AppError, asAppError } from '#data/errors.ts';
import { unknownWords } from '#data/storage/unknown-files.ts';
import { say } from '#data/words/say.ts';
import { desktop, importDropped, onDesktop } from '../desktop.ts';
import { CaseModel } from './case-model.svelte.ts';
import type { Commands } from './commands.svelte.ts';
import { EventQueue } from './event-queue.ts';
import type { Notices } from './notices.svelte.ts';
import { ViewStore } from './view-store.ts';

/** The open case with how it was last looked at. */
export interface OpenCase {
  model: CaseModel;
  view: ViewStore;
  /** What was typed into forms and not taken yet. */
  drafts: ViewStore;
}

/** An encrypted case that waits for its passphrase: `key` unlocks it, `folder` is its name. */
export interface LockedCase {
  key: string;
  folder: string;
}

/** What the desktop tells of a case. */
type CaseEvent =
  (Stamp & CaseChange & { kind: 'change' }) | (Stamp & { kind: 'store'; store: StoreState });

/** With more records than this a change is long. */
const LONG = 500;

/** Everything that outlives a case: settings, the list of recent cases, jobs, and which case is open. */
export class Program {
  info: AppInfo | null = $state.raw(null);
  settings: Settings | null = $state.raw(null);
  recent: readonly RecentCase[] = $state.raw([]);
  open: OpenCase | null = $state.raw(null);
  /** Whether it is known which case is open: without one, the start screen is shown then. */
  begun = $state(false);
  jobs: readonly JobState[] = $state.raw([]);
  /** The import whose results are to be looked at. */
  results: JobState | null = $state.raw(null);
  /** Rises when the title of a new case is asked for; the start screen puts the focus there. */
  titleWanted = $state(0);
  /** What the program is busy with at the start screen, in words. */
  busy: string | null = $state(null);
  /** How far it is (0 to 1) while a case of an older format is brought to this one. */
  upgraded: number | null = $state(null);
  /** The encrypted case whose passphrase is asked for. */
  locked: LockedCase | null = $state.raw(null);
  /** A recovery key that was just made; shown until the person has put it away, and kept nowhere. */
  newKey: string | null = $state(null);
  /** Why the window must wait while the open case is written anew, and how far that is (0 to 1). */
  holding: { words: string; part: number } | null = $state.raw(null);

  readonly #events = new EventQueue<CaseEvent>(
    (events) => this.#take(events),
    (event) => event.kind === 'change' && event.put.length + event.remove.length > LONG,
  );
  readonly #notices: Notices;
  readonly #commands: Commands;
  /** The last event about a case that came, of whichever. */
  #heard: Stamp = { session: '', event: 0 };
  #looking: Promise<void> | undefined;

  constructor(notices: Notices, commands: Commands) {
    this.#notices = notices;
    this.#commands = commands;
  }

  /** Asks the desktop how things stand and listens to it; returns how to stop. */
  start(): () => void {
    const stops = [
      onDesktop('change', (change) => this.#hear({ kind: 'change', ...change })),
      onDesktop('store', ({ session, event, ...store }) =>
        this.#hear({ kind: 'store', session, event, store }),
      ),
      () => this.#events.clear(),
      onDesktop('rewriting', ({ done, total }) => {
        const part = done / Math.max(1, total);
        if (this.holding) this.holding = { ...this.holding, part };
        else if (this.busy !== null) this.upgraded = part;
      }),
      onDesktop('job', (job) => this.#receiveJob(job)),
      onDesktop('command', ({ id }) => this.#commands.run(id)),
      onDesktop('closing', () => void flush(this.open)),
    ];
    void this.#begin();
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

  createCase(about: CallInput<'case.create'>): Promise<boolean> {
    return this.#opening(say('state.making-the-case'), async () => {
      const made = await desktop('case.create', about);
      return made && this.#noteKey(made);
    });
  }

  chooseCase(): Promise<boolean> {
    return this.#opening(say('state.opening-the-case'), () => desktop('case.choose', {}));
  }

  openCase(key: string): Promise<boolean> {
    return this.#opening(say('state.opening-the-case'), () => desktop('case.open', { key }));
  }

  /** Asks for a case in one file and for a folder, unpacks it there and opens it. */
  importFile(): Promise<boolean> {
    return this.#opening(say('state.unpacking-the-case'), () => desktop('case.importFile', {}));
  }

  /** Opens the case that waits for its passphrase; answers why not, in words. */
  unlock({ key }: LockedCase, secret: Secret): Promise<string | undefined> {
    return refusalOf(async () => {
      await flush(this.open);
      const snapshot = await desktop('case.unlock', { key, secret });
      this.locked = null;
      this.#show(snapshot);
    });
  }

  /** Encrypts the open case; answers why not, in words. */
  encrypt(passphrase: string, recoveryKey: boolean): Promise<string | undefined> {
    return this.#rewrite(say('state.encrypting-the-case'), async () =>
      this.#noteKey(await this.#model.ask('case.encrypt', { passphrase, recoveryKey })),
    );
  }

  /** Takes the encryption of the open case away; answers why not, in words. */
  decrypt(secret: Secret): Promise<string | undefined> {
    return this.#rewrite(say('state.decrypting-the-case'), () =>
      this.#model.ask('case.decrypt', { secret }),
    );
  }

  /** Stops encrypting or decrypting; whoever asked for that is told. */
  async stopRewriting(): Promise<void> {
    await this.#notices.attempt(() => desktop('case.stopRewriting', {}));
  }

  /** Answers why not, in words. */
  changePassphrase(secret: Secret, next: string): Promise<string | undefined> {
    return refusalOf(() => this.#model.ask('case.changePassphrase', { secret, next }));
  }

  /** Makes a recovery key, which is shown; answers why not, in words. */
  newRecoveryKey(secret: Secret): Promise<string | undefined> {
    return refusalOf(async () => {
      this.newKey = (await this.#model.ask('case.newRecoveryKey', { secret })).recoveryKey;
    });
  }

  /** Tries to go back to normal after a failed save. Throws what still stands in the way. */
  async retry(): Promise<void> {
    const anew = await this.#model.ask('case.retry', {});
    if (anew) this.#show(anew);
  }

  /** Goes back to the start screen. The window lets go of the case first, so that it asks no more. */
  async closeCase(): Promise<void> {
    const { open } = this;
    if (!open) return;
    await this.#notices.attempt(async () => {
      await flush(open);
      this.#letGo();
      await tick();
      try {
        await open.model.ask('case.close', {});
      } catch (thrown) {
        // It stays open, because changes that are not saved would be lost.
        this.#show(await desktop('case.current', {}));
        throw thrown;
      }
      await this.#refreshRecent();
    });
  }

  async importChosen(folder: boolean): Promise<void> {
    await this.#notices.attempt(() => this.#model.ask('import.choose', { folder }));
  }

  async importFiles(files: File[]): Promise<void> {
    if (files.length === 0) return;
    await this.#notices.attempt(() => importDropped(files, this.#model.session));
  }

  async cancelJob(id: string): Promise<void> {
    await this.#notices.attempt(() => desktop('job.cancel', { id }));
  }

  async #begin(): Promise<void> {
    const opening = this.#tryToOpen(() => desktop('case.current', {}));
    await this.#notices.attempt(async () => {
      const [info, settings] = await Promise.all([
        desktop('app.info', {}),
        desktop('settings.get', {}),
      ]);
      this.info = info;
      this.settings = settings;
    });
    this.#show(await opening);
    this.begun = true;
    await this.#refreshRecent();
  }

  async #opening(words: string, ask: () => Promise<CaseSnapshot | null>): Promise<boolean> {
    this.busy = words;
    await flush(this.open);
    const snapshot = await this.#tryToOpen(ask);
    this.busy = null;
    this.upgraded = null;
    this.#show(snapshot);
    if (!snapshot) await Promise.all([this.#look(), this.#refreshRecent()]);
    return snapshot !== null;
  }

  /** Shows a refusal; one for want of a passphrase is a question instead. */
  async #tryToOpen(ask: () => Promise<CaseSnapshot | null>): Promise<CaseSnapshot | null> {
    try {
      return await ask();
    } catch (thrown) {
      const locked = lockedOf(asAppError(thrown));
      if (locked) this.locked = locked;
      else this.#notices.fail(thrown);
      return null;
    }
  }

  /** The open case. Throws `no-case-open`. */
  get #model(): CaseModel {
    if (this.open) return this.open.model;
    throw new AppError('no-case-open', say('state.no-case-open'));
  }

  #hear(event: CaseEvent): void {
    this.#heard = event;
    this.#events.add(event);
  }

  /** Takes events in order, changes that follow each other at once. */
  #take(events: readonly CaseEvent[]): void {
    const changes: CaseChange[] = [];
    for (const event of events) {
      const model = this.#due(event);
      if (!model) continue;
      model.event = event.event;
      if (event.kind === 'change') changes.push(event);
      else {
        model.receive(...changes.splice(0));
        model.store = event.store;
      }
    }
    this.open?.model.receive(...changes);
  }

  /**
   * The case that an event is news of, if it is. One about another case is not for what is shown, one
   * that is in there already comes too late, and one too many means that the one before was missed.
   */
  #due({ session, event }: Stamp): CaseModel | undefined {
    const model = this.open?.model;
    if (model?.session !== session || event <= model.event) return undefined;
    if (event === model.event + 1) return model;
    void this.#look();
    return undefined;
  }

  /** Asks which case is open and how it stands, after something was missed or went wrong. */
  #look(): Promise<void> {
    this.#looking ??= this.#lookAnew().finally(() => (this.#looking = undefined));
    return this.#looking;
  }

  async #lookAnew(): Promise<void> {
    const snapshot = await this.#tryToOpen(() => desktop('case.current', {}));
    if (snapshot && snapshot.session === this.open?.model.session) {
      this.open.model.renew(snapshot);
    } else if (snapshot) this.#show(snapshot);
    else this.#letGo();
  }

  /** The case that is shown is not open any more. */
  #letGo(): void {
    this.open?.view.end();
    this.open?.drafts.end();
    this.open = null;
  }

  /** Lets the desktop write the open case anew while nothing else is done. */
  #rewrite(words: string, ask: () => Promise<CaseSnapshot>): Promise<string | undefined> {
    return refusalOf(async () => {
      this.holding = { words, part: 0 };
      try {
        await flush(this.open);
        this.#show(await ask());
      } catch (thrown) {
        const { open } = this;
        await this.#look(); // the case may have been opened anew all the same
        if (this.open !== open) this.#notices.fail(thrown); // the panel went with the old view
        throw thrown;
      } finally {
        this.holding = null;
      }
    });
  }

  #noteKey({ snapshot, recoveryKey, unknownFiles = [] }: NewForm): CaseSnapshot {
    if (recoveryKey !== undefined) this.newKey = recoveryKey;
    if (unknownFiles.length > 0) this.#notices.warn(unknownWords(unknownFiles));
    return snapshot;
  }

  #show(snapshot: CaseSnapshot | null): void {
    if (!snapshot) return;
    const model = new CaseModel(snapshot, () => void this.#look());
    const view = new ViewStore(snapshot.view, (saved) =>
      this.#notices.attempt(() => model.ask('case.saveView', { view: saved })),
    );
    this.open?.view.end();
    const drafts = new ViewStore(snapshot.drafts, (kept) =>
      this.#notices.attempt(() => model.ask('case.saveDrafts', { drafts: kept })),
    );
    this.open?.drafts.end();
    this.open = { model, view, drafts };
    const { session, event } = this.#heard;
    if (session === model.session && event > model.event) void this.#look();
  }

  async #refreshRecent(): Promise<void> {
    await this.#notices.attempt(async () => {
      this.recent = await desktop('case.recent', {});
    });
  }

  #receiveJob(job: Events['job']): void {
    const rest = this.jobs.filter(({ id }) => id !== job.id);
    this.jobs = job.state === 'running' ? [...rest, job] : rest;
    // Where the preview is to be, it says itself why there is none.
    if (job.error && job.kind !== 'preview') {
      const { code, message, details } = job.error;
      this.#notices.fail(new AppError(code, message, details));
    }
    const isOurs = job.session === undefined || job.session === this.open?.model.session;
    if (!isOurs || job.state === 'running' || job.kind !== 'import') return;
    if (job.results?.length) this.results = job;
  }
}

/** Keeps at once what waits to be kept of the open case. */
async function flush(open: OpenCase | null): Promise<void> {
  await Promise.all([open?.view.flush(), open?.drafts.flush()]);
}

/** Does something; answers in words what was refused, undefined when nothing was. */
async function refusalOf(work: () => Promise<unknown>): Promise<string | undefined> {
  try {
    await work();
    return undefined;
  } catch (thrown) {
    return asAppError(thrown).message;
  }
}

function lockedOf({ code, details: { key, folder } }: AppError): LockedCase | undefined {
  if (code !== 'passphrase-needed' || typeof key !== 'string') return undefined;
  return { key, folder: typeof folder === 'string' ? folder : say('state.this-case') };
}
