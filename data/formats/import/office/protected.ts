import { AppError } from '../../../errors.ts';
import { say } from '../../../words/say.ts';

/** The refusal of an office file behind a password. */
export function protectedFile(file: string): AppError {
  return new AppError('import-failed', say('imports.protectedFile', { file }), { file });
}

/** The refusal of an office file whose text is not there. */
export function noText(file: string): AppError {
  return new AppError('import-failed', say('imports.noMainPart', { file }), { file });
}
