import { z } from 'zod';
import { say } from '../words/say.ts';

const Base64 = z.string().regex(/^[A-Za-z0-9+/]+=*$/, say('model.base64'));

/** The case key, wrapped with a key that Argon2id (RFC 9106) makes from a passphrase. */
export const PassphraseWrap = z.strictObject({
  kind: z.literal('passphrase'),
  kdf: z.literal('argon2id'),
  /** Cost as it was when the passphrase was set; bounded, because the file is not to be trusted. */
  memoryKiB: z.int().min(8192).max(1_048_576),
  passes: z.int().min(1).max(20),
  lanes: z.int().min(1).max(8),
  salt: Base64,
  box: Base64,
});
export type PassphraseWrap = z.infer<typeof PassphraseWrap>;

/** The case key, wrapped with a recovery key of 160 random bits: no stretching needed. */
export const RecoveryWrap = z.strictObject({
  kind: z.literal('recovery'),
  salt: Base64,
  box: Base64,
});
export type RecoveryWrap = z.infer<typeof RecoveryWrap>;

/**
 * `vault.json`: how the key of an encrypted case is wrapped. Nothing in it is secret by itself, but
 * without it the case cannot be read, so it is kept twice.
 */
export const VaultFile = z.strictObject({
  format: z.literal(1),
  /** Identity of the vault; every box is bound to it. */
  id: z.string().min(1).max(64),
  cipher: z.literal('AES-256-GCM'),
  wraps: z
    .array(z.discriminatedUnion('kind', [PassphraseWrap, RecoveryWrap]))
    .min(1)
    .max(2),
});
export type VaultFile = z.infer<typeof VaultFile>;
