import { say } from '#data/words/say.ts';

/** Shortest passphrase that the desktop takes, in characters. */
const SHORTEST = 8;

/** What is still wrong with a new passphrase, in words; undefined when nothing. */
export function passphraseFault(passphrase: string, again: string): string | undefined {
  if (passphrase.normalize('NFKC').length < SHORTEST)
    return say('safekeeping.at-least', { n: SHORTEST });
  return passphrase === again ? undefined : say('safekeeping.not-the-same');
}
