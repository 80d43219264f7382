import { AppError } from '../errors.ts';
import type { CaseView } from '../state/case-view.ts';
import { checked } from './edit.ts';
import type { Effect, EnginePorts } from './operation.ts';
import { operations } from './table.ts';

/** A wish to change the case, as it comes from a window, a script or a test. */
export interface Request {
  op: string;
  input: unknown;
}

/** What a request comes to, before it is durable: to be journalled, then applied. */
export interface Outcome extends Effect {
  op: string;
  /** The input as the schema left it (defaults filled in). */
  input: unknown;
  label: string;
}

/**
 * Runs a named operation on a case without changing it. Throws `unknown-operation`, `invalid-input`
 * and whatever the operation refuses; the case is then as it was.
 */
export function perform(view: CaseView, request: Request, ports: EnginePorts): Outcome {
  const found = operations.get(request.op);
  if (!found) {
    throw new AppError(
      'unknown-operation',
      `There is no operation “${request.op}”. Nothing was changed; see the table of operations.`,
      { op: request.op },
    );
  }
  needShallow(request);
  const input = checked(found.schema, request.input, request.op);
  const { id, changes, undoes, redoes } = found.run(view, input, ports);
  return { op: request.op, input, label: found.label(input, view), id, changes, undoes, redoes };
}

/** Nothing an analyst writes nests deeper; deeper input would exhaust the stack of the checks. */
const DEEPEST = 200;

function needShallow({ op, input }: Request): void {
  if (!reaches(input, DEEPEST)) return;
  throw new AppError(
    'invalid-input',
    `The input of ${op} is nested deeper than ${DEEPEST} levels. Nothing was changed.`,
    { what: op, issues: [{ path: '', message: `nested deeper than ${DEEPEST} levels` }] },
  );
}

/** Whether something lies more than so many levels below a value. Its own depth is bounded by them. */
function reaches(value: unknown, levels: number): boolean {
  if (levels < 0) return true;
  if (typeof value !== 'object' || value === null) return false;
  for (const key in value) {
    if (reaches((value as Record<string, unknown>)[key], levels - 1)) return true;
  }
  return false;
}
