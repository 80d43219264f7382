import { createHmac, hkdfSync } from 'node:crypto';
import type { Codec } from '#data/storage/codec.ts';
import { numberOf } from '#data/storage/journal-record.ts';
import { say } from '#data/words/say.ts';
import { seal, sealPieces, unseal, unsealPieces } from './box.ts';

/** A case whose every line, file and file name is sealed with the case key. */
export class VaultCodec implements Codec {
  readonly encrypted = true;
  readonly #key: Uint8Array;
  readonly #nameKey: Uint8Array;
  readonly #vault: string;

  /** `key`: the case key, 32 bytes. `vault`: identity of the vault, to which every box is bound. */
  constructor(key: Uint8Array, vault: string) {
    this.#key = key;
    this.#nameKey = new Uint8Array(hkdfSync('sha256', key, '', 'wakhan names', 32));
    this.#vault = vault;
  }

  sealLine(n: number, line: Uint8Array): Uint8Array {
    const box = seal(this.#key, this.#context(`journal record ${n}`), line);
    return Buffer.from(`{"n":${n},"box":"${box.toString('base64')}"}`, 'latin1');
  }

  openLine(line: string): string {
    const n = numberOf(line);
    const match = /^\{"n":\d+,"box":"([A-Za-z0-9+/=]+)"\}$/.exec(line);
    if (n === undefined || !match?.[1]) throw new Error(say('vault.notSealed'));
    const context = this.#context(`journal record ${n}`);
    return unseal(this.#key, context, Buffer.from(match[1], 'base64')).toString('utf8');
  }

  sealFile(name: string, bytes: Uint8Array): Uint8Array {
    return seal(this.#key, this.#context(name), bytes);
  }

  sealPieces(name: string, bytes: Uint8Array): Iterable<Uint8Array> {
    return sealPieces(this.#key, this.#context(name), bytes);
  }

  openFile(name: string, bytes: Uint8Array): Uint8Array {
    return unseal(this.#key, this.#context(name), bytes);
  }

  openPieces(name: string, bytes: Uint8Array): Iterable<Uint8Array> {
    return unsealPieces(this.#key, this.#context(name), bytes);
  }

  /** Keyed, so that nobody can tell by a name whether a file they have is in the case. */
  fileName(name: string): string {
    return createHmac('sha256', this.#nameKey).update(name).digest('hex').slice(0, 40);
  }

  #context(what: string): string {
    return `${this.#vault} ${what}`;
  }
}
