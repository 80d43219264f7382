import { AppError } from '../../../errors.ts';
import { say } from '../../../words/say.ts';

/** The refusal of a file that nests deeper than anybody does but to harm. */
export function tooDeep(file: string, most: number): AppError {
  return new AppError('import-failed', say('imports.tooManyGroups', { file, most }), {
    file,
  });
}
