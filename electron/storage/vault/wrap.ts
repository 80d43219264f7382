import { hkdfSync, randomBytes } from 'node:crypto';
import { argon2id } from 'hash-wasm';
import type { PassphraseWrap, RecoveryWrap } from '#data/storage/vault-file.ts';
import { seal, unseal } from './box.ts';

/** Argon2id as DURABILITY-AND-SECURITY asks: 64 MiB, three passes (RFC 9106, second choice). */
const COST = { memoryKiB: 65_536, passes: 3, lanes: 1 } as const;
const SALT = 16;
/** 160 bits: 32 letters. */
const RECOVERY = 20;
/** Crockford's base32: no I, L, O, U to misread. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Wraps the case key with a passphrase. Takes some tenths of a second and 64 MiB. */
export async function wrapWithPassphrase(
  key: Uint8Array,
  vault: string,
  passphrase: string,
): Promise<PassphraseWrap> {
  const salt = randomBytes(SALT);
  const box = seal(await stretched(passphrase, salt, COST), `${vault} passphrase`, key);
  return {
    kind: 'passphrase',
    kdf: 'argon2id',
    ...COST,
    salt: salt.toString('base64'),
    box: box.toString('base64'),
  };
}

/** The case key, or a thrown `damaged` when the passphrase is another. */
export async function unwrapWithPassphrase(
  wrap: PassphraseWrap,
  vault: string,
  passphrase: string,
): Promise<Uint8Array> {
  const key = await stretched(passphrase, Buffer.from(wrap.salt, 'base64'), wrap);
  return unseal(key, `${vault} passphrase`, Buffer.from(wrap.box, 'base64'));
}

/** Wraps the case key with a new recovery key, which is returned once and kept nowhere. */
export function wrapWithRecovery(
  key: Uint8Array,
  vault: string,
): { wrap: RecoveryWrap; recoveryKey: string } {
  const secret = randomBytes(RECOVERY);
  const salt = randomBytes(SALT);
  const box = seal(derived(secret, salt), `${vault} recovery`, key);
  return {
    wrap: { kind: 'recovery', salt: salt.toString('base64'), box: box.toString('base64') },
    recoveryKey: inLetters(secret),
  };
}

/** The case key, or a thrown `damaged` when the recovery key is another. */
export function unwrapWithRecovery(
  wrap: RecoveryWrap,
  vault: string,
  recoveryKey: string,
): Uint8Array {
  const key = derived(fromLetters(recoveryKey), Buffer.from(wrap.salt, 'base64'));
  return unseal(key, `${vault} recovery`, Buffer.from(wrap.box, 'base64'));
}

/** NFKC, so that the same passphrase typed on another system is the same bytes. */
async function stretched(
  passphrase: string,
  salt: Uint8Array,
  cost: Pick<PassphraseWrap, 'memoryKiB' | 'passes' | 'lanes'>,
): Promise<Uint8Array> {
  return argon2id({
    password: passphrase.normalize('NFKC'),
    salt,
    memorySize: cost.memoryKiB,
    iterations: cost.passes,
    parallelism: cost.lanes,
    hashLength: 32,
    outputType: 'binary',
  });
}

function derived(secret: Uint8Array, salt: Uint8Array): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', secret, salt, 'wakhan recovery', 32));
}

/** Groups of four letters, as it is printed: `7K2M-…`. */
function inLetters(bytes: Uint8Array): string {
  let bits = 0n;
  for (const byte of bytes) bits = (bits << 8n) | BigInt(byte);
  const letters = Array.from({ length: (RECOVERY * 8) / 5 }, (_none, index) => {
    const shift = BigInt(RECOVERY * 8 - 5 * (index + 1));
    return LETTERS.charAt(Number((bits >> shift) & 31n));
  });
  return letters.join('').replace(/.{4}(?=.)/g, '$&-');
}

/** What a person types may be in small letters, without dashes, with I for 1 and O for 0. */
function fromLetters(text: string): Uint8Array {
  const plain = text.toUpperCase().replace(/[\s-]/g, '').replace(/[IL]/g, '1').replace(/O/g, '0');
  let bits = 0n;
  for (const letter of plain) bits = (bits << 5n) | BigInt(Math.max(0, LETTERS.indexOf(letter)));
  return Uint8Array.from({ length: RECOVERY }, (_none, index) =>
    Number((bits >> BigInt(8 * (RECOVERY - 1 - index))) & 255n),
  );
}
