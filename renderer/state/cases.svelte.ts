import { tick } from 'svelte';
import type { CallInput } from '#data/api/api.ts';
import type { CaseSnapshot } from '#data/api/case-snapshot.ts';
import type { RecentCase } from '#data/api/case.ts';
import type { Secret } from '#data/api/protection.ts';
import { say } from '#data/words/say.ts';
import { desktop } from '../desktop.ts';
import type { CurrentCase, LockedCase } from './current-case.svelte.ts';
import type { Notices } from './notices.svelte.ts';
import type { Protection } from './protection.svelte.ts';
import { refusalOf } from './refusal.ts';

/** Making, opening and closing cases, and the list of recent ones. */
export class Cases {
  recent: readonly RecentCase[] = $state.raw([]);
  /** Rises when the title of a new case is asked for; the start screen puts the focus there. */
  titleWanted = $state(0);
  /** What the program is busy with at the start screen, in words. */
  busy: string | null = $state(null);
  /** How far it is (0 to 1) while a case of an older format is brought to this one. */
  upgraded: number | null = $state(null);
  readonly #notices: Notices;
  readonly #current: CurrentCase;
  readonly #protection: Protection;

  constructor(notices: Notices, current: CurrentCase, protection: Protection) {
    this.#notices = notices;
    this.#current = current;
    this.#protection = protection;
  }

  /** Goes to the start screen with the field for a title: a new case begins with its name. */
  async askForTitle(): Promise<void> {
    await this.close();
    this.titleWanted++;
  }

  create(about: CallInput<'case.create'>): Promise<boolean> {
    return this.#opening(say('state.making-the-case'), async () => {
      const made = await desktop('case.create', about);
      return made && this.#protection.noteKey(made);
    });
  }

  choose(): Promise<boolean> {
    return this.#opening(say('state.opening-the-case'), () => desktop('case.choose', {}));
  }

  open(key: string): Promise<boolean> {
    return this.#opening(say('state.opening-the-case'), () => desktop('case.open', { key }));
  }

  /** Asks for a case in one file and for a folder, unpacks it there and opens it. */
  importFile(): Promise<boolean> {
    return this.#opening(say('state.unpacking-the-case'), () => desktop('case.importFile', {}));
  }

  /** Opens the case that waits for its passphrase; answers why not, in words. */
  unlock({ key }: LockedCase, secret: Secret): Promise<string | undefined> {
    return refusalOf(async () => {
      await this.#current.flush();
      const snapshot = await desktop('case.unlock', { key, secret });
      this.#current.locked = null;
      this.#current.show(snapshot);
    });
  }

  /** Goes back to the start screen. The window lets go of the case first, so that it asks no more. */
  async close(): Promise<void> {
    const { open } = this.#current;
    if (!open) return;
    await this.#notices.attempt(async () => {
      await this.#current.flush(open);
      this.#current.letGo();
      await tick();
      try {
        await open.model.ask('case.close', {});
      } catch (thrown) {
        // It stays open, because changes that are not saved would be lost.
        this.#current.show(await desktop('case.current', {}));
        throw thrown;
      }
      await this.refreshRecent();
    });
  }

  async refreshRecent(): Promise<void> {
    await this.#notices.attempt(async () => {
      this.recent = await desktop('case.recent', {});
    });
  }

  async #opening(words: string, ask: () => Promise<CaseSnapshot | null>): Promise<boolean> {
    this.busy = words;
    await this.#current.flush();
    const snapshot = await this.#current.tryToOpen(ask);
    this.busy = null;
    this.upgraded = null;
    this.#current.show(snapshot);
    if (!snapshot) await Promise.all([this.#current.look(), this.refreshRecent()]);
    return snapshot !== null;
  }
}
