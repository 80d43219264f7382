import { AppError } from '#data/errors.ts';
import { say } from '#data/words/say.ts';

/**
 * Refuses (`other-case`) what is meant for an opening of a case that is over. `meant` undefined names
 * none: then whichever is open is meant.
 */
export function checkSession(meant: unknown, open: string | undefined): void {
  if (meant !== undefined && meant !== open) throw otherCase();
}

/** The refusal of what is meant for a case that is not open any more. */
export function otherCase(): AppError {
  return new AppError('other-case', say('desktop.otherCase'));
}
