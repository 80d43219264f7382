import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { AppError } from '#data/errors.ts';
import { say } from '#data/words/say.ts';
import { cut } from '../disk/cut.ts';

const SALT = 12;
const NONCE = 12;
const TAG = 16;

/** Length that a box adds to its content, in bytes. */
export const BOX_OVERHEAD = SALT + NONCE + TAG;

/**
 * Seals bytes with AES-256-GCM (NIST SP 800-38D), bound to `context`. Key and nonce of each box come
 * from 24 random bytes: 12 make a key of its own (HKDF, RFC 5869), 12 are the nonce. A stored counter
 * would start again when a case is restored from a backup, and a repeated nonce breaks GCM; random
 * bytes of this length do not repeat within any number of boxes that a disk can hold.
 * Cost: about 10 microseconds a box beside the cipher itself.
 */
export function seal(key: Uint8Array, context: string, bytes: Uint8Array): Buffer {
  return Buffer.concat([...sealPieces(key, context, bytes)]);
}

/**
 * The same box in pieces, for large content: one after the other they are the box. What is sealed must
 * not change until the last piece was taken.
 */
export function* sealPieces(
  key: Uint8Array,
  context: string,
  bytes: Uint8Array,
): Generator<Uint8Array> {
  const salt = randomBytes(SALT);
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', boxKey(key, salt), nonce);
  cipher.setAAD(Buffer.from(context));
  yield Buffer.concat([salt, nonce]);
  for (const piece of cut(bytes)) yield cipher.update(piece);
  cipher.final(); // gives no bytes in this mode, but the tag
  yield cipher.getAuthTag();
}

/** Opens a box. Throws `damaged` when a bit of it, its key or its context is another. */
export function unseal(key: Uint8Array, context: string, box: Uint8Array): Buffer {
  return Buffer.concat([...unsealPieces(key, context, box)]);
}

/** The same in pieces, for large content. Nothing of it may be used before the last piece was taken. */
export function* unsealPieces(
  key: Uint8Array,
  context: string,
  box: Uint8Array,
): Generator<Uint8Array> {
  if (box.length < BOX_OVERHEAD) throw unreadable(context);
  const salt = box.subarray(0, SALT);
  const nonce = box.subarray(SALT, SALT + NONCE);
  const decipher = createDecipheriv('aes-256-gcm', boxKey(key, salt), nonce);
  decipher.setAAD(Buffer.from(context));
  decipher.setAuthTag(box.subarray(box.length - TAG));
  const content = box.subarray(SALT + NONCE, box.length - TAG);
  for (const piece of cut(content)) yield decipher.update(piece);
  try {
    decipher.final();
  } catch {
    throw unreadable(context);
  }
}

function boxKey(key: Uint8Array, salt: Uint8Array): Buffer {
  return Buffer.from(hkdfSync('sha256', key, salt, 'wakhan box', 32));
}

function unreadable(context: string): AppError {
  return new AppError('damaged', say('vault.altered', { context }), {
    where: context,
  });
}
