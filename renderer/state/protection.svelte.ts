import type { CaseSnapshot } from '#data/api/case-snapshot.ts';
import type { NewForm, Secret } from '#data/api/protection.ts';
import { unknownWords } from '#data/storage/unknown-files.ts';
import { say } from '#data/words/say.ts';
import { desktop } from '../desktop.ts';
import type { CurrentCase } from './current-case.svelte.ts';
import type { Notices } from './notices.svelte.ts';
import { refusalOf } from './refusal.ts';

/** Encrypting and decrypting the open case, its passphrase and its recovery key. */
export class Protection {
  /** A recovery key that was just made; shown until the person has put it away, and kept nowhere. */
  newKey: string | null = $state(null);
  /** Why the window must wait while the open case is written anew, and how far that is (0 to 1). */
  holding: { words: string; part: number } | null = $state.raw(null);
  readonly #notices: Notices;
  readonly #current: CurrentCase;

  constructor(notices: Notices, current: CurrentCase) {
    this.#notices = notices;
    this.#current = current;
  }

  /** Encrypts the open case; answers why not, in words. */
  encrypt(passphrase: string, recoveryKey: boolean): Promise<string | undefined> {
    return this.#rewrite(say('state.encrypting-the-case'), async () =>
      this.noteKey(await this.#current.model.ask('case.encrypt', { passphrase, recoveryKey })),
    );
  }

  /** Takes the encryption of the open case away; answers why not, in words. */
  decrypt(secret: Secret): Promise<string | undefined> {
    return this.#rewrite(say('state.decrypting-the-case'), () =>
      this.#current.model.ask('case.decrypt', { secret }),
    );
  }

  /** Stops encrypting or decrypting; whoever asked for that is told. */
  async stopRewriting(): Promise<void> {
    await this.#notices.attempt(() => desktop('case.stopRewriting', {}));
  }

  /** Answers why not, in words. */
  changePassphrase(secret: Secret, next: string): Promise<string | undefined> {
    return refusalOf(() => this.#current.model.ask('case.changePassphrase', { secret, next }));
  }

  /** Makes a recovery key, which is shown; answers why not, in words. */
  newRecoveryKey(secret: Secret): Promise<string | undefined> {
    return refusalOf(async () => {
      this.newKey = (await this.#current.model.ask('case.newRecoveryKey', { secret })).recoveryKey;
    });
  }

  /** Shows the recovery key of a case in a new form, and warns of files that stay as they were. */
  noteKey({ snapshot, recoveryKey, unknownFiles = [] }: NewForm): CaseSnapshot {
    if (recoveryKey !== undefined) this.newKey = recoveryKey;
    if (unknownFiles.length > 0) this.#notices.warn(unknownWords(unknownFiles));
    return snapshot;
  }

  /** Lets the desktop write the open case anew while nothing else is done. */
  #rewrite(words: string, ask: () => Promise<CaseSnapshot>): Promise<string | undefined> {
    return refusalOf(async () => {
      this.holding = { words, part: 0 };
      try {
        await this.#current.flush();
        this.#current.show(await ask());
      } catch (thrown) {
        const { open } = this.#current;
        await this.#current.look(); // the case may have been opened anew all the same
        if (this.#current.open !== open) this.#notices.fail(thrown); // the panel went with the old view
        throw thrown;
      } finally {
        this.holding = null;
      }
    });
  }
}
