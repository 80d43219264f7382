import { AppError } from '../errors.ts';

/** Refusal of a sample source: `invalid-input` with the file and its line (from 1). */
export function sourceError(file: string, line: number, problem: string): AppError {
  return new AppError('invalid-input', `${file}:${line}: ${problem}`, { file, line });
}
