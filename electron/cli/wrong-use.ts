import { AppError } from '#data/errors.ts';
import { say } from '#data/words/say.ts';

/** The refusal of a call that is not put as the program understands it: exit code 2. */
export function wrongUse(message: string): AppError {
  return new AppError('wrong-use', say('command.wrongUse', { why: message }));
}
