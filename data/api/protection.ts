import { z } from 'zod';
import { call, caseCall, nothing, Key, Passphrase } from './call.ts';
import type { CaseSnapshot } from './case-snapshot.ts';

/** What opens an encrypted case: its passphrase, or the recovery key that was printed once. */
const Secret = z.union([
  z.strictObject({ passphrase: Passphrase }),
  z.strictObject({ recoveryKey: Passphrase }),
]);
export type Secret = z.infer<typeof Secret>;

/** A case that was opened in a new form. The recovery key is told this once and kept nowhere. */
export interface NewForm {
  snapshot: CaseSnapshot;
  recoveryKey?: string;
  /** Files in the folder that the program does not know: they were left as they are, not encrypted. */
  unknownFiles?: readonly string[];
}

/** Calls about the encryption of a case. */
export const protectionCalls = {
  /** Opens an encrypted case. Refuses with `wrong-passphrase`; then the key can be used again. */
  'case.unlock': call(z.strictObject({ key: Key, secret: Secret })).gives<CaseSnapshot>(),
  /** Encrypts the open case: it is closed, written anew and opened again. Refuses with `cancelled`. */
  'case.encrypt': caseCall(
    z.strictObject({ passphrase: Passphrase, recoveryKey: z.boolean() }),
  ).gives<NewForm>(),
  /** Takes the encryption away again. `secret` is checked first. */
  'case.decrypt': caseCall(z.strictObject({ secret: Secret })).gives<CaseSnapshot>(),
  /** Stops encrypting or decrypting while the case still is what it was; nothing when it is not. */
  'case.stopRewriting': call(nothing).gives<null>(),
  /** Another passphrase in place of the present one. `secret` is checked first. */
  'case.changePassphrase': caseCall(
    z.strictObject({ secret: Secret, next: Passphrase }),
  ).gives<null>(),
  /** Makes a recovery key, told once; an older one no longer opens the case. */
  'case.newRecoveryKey': caseCall(z.strictObject({ secret: Secret })).gives<{
    recoveryKey: string;
  }>(),
} as const;
