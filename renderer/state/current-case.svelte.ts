import type { CaseChange, CaseSnapshot, Stamp, StoreState } from '#data/api/case-snapshot.ts';
import { AppError, asAppError } from '#data/errors.ts';
import { say } from '#data/words/say.ts';
import { desktop } from '../desktop.ts';
import { CaseModel } from './case-model.svelte.ts';
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

/** Which case is open at the desktop, and what the desktop tells of it. */
export class CurrentCase {
  open: OpenCase | null = $state.raw(null);
  /** The encrypted case whose passphrase is asked for. */
  locked: LockedCase | null = $state.raw(null);

  readonly #events = new EventQueue<CaseEvent>(
    (events) => this.#take(events),
    (event) => event.kind === 'change' && event.put.length + event.remove.length > LONG,
  );
  readonly #notices: Notices;
  /** The last event about a case that came, of whichever. */
  #heard: Stamp = { session: '', event: 0 };
  #looking: Promise<void> | undefined;

  constructor(notices: Notices) {
    this.#notices = notices;
  }

  /** The open case. Throws `no-case-open`. */
  get model(): CaseModel {
    if (this.open) return this.open.model;
    throw new AppError('no-case-open', say('state.no-case-open'));
  }

  /** Forgets events that wait. */
  clear(): void {
    this.#events.clear();
  }

  /** Keeps at once what waits to be kept of the open case. */
  async flush(open = this.open): Promise<void> {
    await Promise.all([open?.view.flush(), open?.drafts.flush()]);
  }

  /** Tries to go back to normal after a failed save. Throws what still stands in the way. */
  async retry(): Promise<void> {
    const anew = await this.model.ask('case.retry', {});
    if (anew) this.show(anew);
  }

  /** Shows a refusal; one for want of a passphrase is a question instead. */
  async tryToOpen(ask: () => Promise<CaseSnapshot | null>): Promise<CaseSnapshot | null> {
    try {
      return await ask();
    } catch (thrown) {
      const locked = lockedOf(asAppError(thrown));
      if (locked) this.locked = locked;
      else this.#notices.fail(thrown);
      return null;
    }
  }

  /** Takes what the desktop tells of a case; events come in order. */
  hear(event: CaseEvent): void {
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
    void this.look();
    return undefined;
  }

  /** Asks which case is open and how it stands, after something was missed or went wrong. */
  look(): Promise<void> {
    this.#looking ??= this.#lookAnew().finally(() => (this.#looking = undefined));
    return this.#looking;
  }

  async #lookAnew(): Promise<void> {
    const snapshot = await this.tryToOpen(() => desktop('case.current', {}));
    if (snapshot && snapshot.session === this.open?.model.session) {
      this.open.model.renew(snapshot);
    } else if (snapshot) this.show(snapshot);
    else this.letGo();
  }

  /** The case that is shown is not open any more. */
  letGo(): void {
    this.open?.view.end();
    this.open?.drafts.end();
    this.open = null;
  }

  /** Shows a case as the desktop tells it; null is none. */
  show(snapshot: CaseSnapshot | null): void {
    if (!snapshot) return;
    const model = new CaseModel(snapshot, () => void this.look());
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
    if (session === model.session && event > model.event) void this.look();
  }
}

function lockedOf({ code, details: { key, folder } }: AppError): LockedCase | undefined {
  if (code !== 'passphrase-needed' || typeof key !== 'string') return undefined;
  return { key, folder: typeof folder === 'string' ? folder : say('state.this-case') };
}
