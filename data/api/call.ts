import { z } from 'zod';

/**
 * A call of the window to the desktop: a strict schema of its input, checked on arrival in the main
 * process, and the type of its output, which is plain data. No call carries a path of the machine: cases
 * and files are opaque keys.
 */
export interface Call<I, O, About extends 'case' | 'program' = 'case' | 'program'> {
  input: z.ZodType<I>;
  /**
   * Whether it is about the open case. Such a call says for which one it is meant: an edit of a case that
   * was closed meanwhile must not reach the next. All others are about the program, or about which case is
   * open.
   */
  readonly about: About;
  /** Type only: never present at run time. */
  readonly output?: O;
}

/** A call about the program, or about which case is open. */
export function call<I>(input: z.ZodType<I>) {
  return { gives: <O>(): Call<I, O, 'program'> => ({ input, about: 'program' }) };
}

/** A call about the open case. */
export function caseCall<I>(input: z.ZodType<I>) {
  return { gives: <O>(): Call<I, O, 'case'> => ({ input, about: 'case' }) };
}

/** Input of a call that needs none. */
export const nothing = z.strictObject({});
/** An opaque name that the desktop gave: of a case, a job, a backup. */
export const Key = z.string().min(1).max(200);
/** In UTF-16 code units of a working text. */
export const Offset = z.int().min(0);
export const Passphrase = z.string().min(1).max(1000);
