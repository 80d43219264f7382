import { say } from './words/say.ts';

/** Every refusal the program can give has one code; the texts say what happened and what to do next. */
export type ErrorCode =
  | 'invalid-input' // schema violation; details: issues [{path, message}]
  | 'unknown-operation'
  | 'unknown-id' // details: id, kind
  | 'duplicate-id' // details: id, kind
  | 'duplicate-name' // details: id, kind, name of the one that has it; key
  | 'in-use' // details: id, by [{kind, id}]
  | 'outside-text' // details: start, end, length
  | 'evidence-needed'
  | 'nothing-to-undo'
  | 'nothing-to-redo'
  | 'not-a-case'
  | 'case-exists'
  | 'newer-format'
  | 'case-locked'
  | 'read-only'
  | 'damaged'
  | 'wrong-passphrase'
  | 'passphrase-needed'
  | 'password-needed' // a protected file to import; details: file, wrong
  | 'no-space'
  | 'no-permission'
  | 'not-found'
  | 'empty-file'
  | 'not-text' // binary content behind a text name
  | 'wrong-encoding'
  | 'too-large'
  | 'unsupported-format'
  | 'import-failed'
  | 'export-failed'
  | 'no-case-open'
  | 'other-case' // meant for a case that is not open any more
  | 'cancelled'
  | 'wrong-use' // command line: exit code 2
  | 'forbidden' // a call from a page that is not ours
  | 'internal';

/** Plain JSON form in which an error crosses processes and the command line. */
export interface ErrorShape {
  code: ErrorCode;
  message: string;
  details: Record<string, unknown>;
}

/** The one error type of the program. `message` is a sentence for a person; `details` is for programs. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly details: Record<string, unknown>;

  constructor(code: ErrorCode, message: string, details: Record<string, unknown> = {}) {
    super(message);
    this.name = 'AppError';
    this.code = code;
    this.details = details;
  }

  toJSON(): ErrorShape {
    return { code: this.code, message: this.message, details: this.details };
  }
}

/** Turns anything thrown into an {@link AppError}; unknown errors become `internal` and keep their text. */
export function asAppError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  const text = thrown instanceof Error ? thrown.message : String(thrown);
  return new AppError('internal', say('errors.internal', { text }));
}
