import { AppError } from '../errors.ts';
import type { CaseView } from '../state/case-view.ts';
import { type Words, say, sentenceOf } from '../words/say.ts';
import { checked, invalidInput, type InputFault } from './edit.ts';
import { inOneGo, type Effect, type EnginePorts, type Steps } from './operation.ts';
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
  /** What it does, as the journal keeps it. */
  words: Words;
  /** The same as a sentence. */
  label: string;
}

/**
 * Runs a named operation on a case without changing it. Throws `unknown-operation`, `invalid-input`
 * and whatever the operation refuses; the case is then as it was.
 */
export function perform(view: CaseView, request: Request, ports: EnginePorts): Outcome {
  return inOneGo(performSteps(view, request, ports));
}

/** As {@link perform}, with pauses where an operation of many steps takes long. */
export function* performSteps(
  view: CaseView,
  request: Request,
  ports: EnginePorts,
): Steps<Outcome> {
  const found = operations.get(request.op);
  if (!found) {
    throw new AppError('unknown-operation', say('operations.unknown', { op: request.op }), {
      op: request.op,
    });
  }
  needSound(request);
  yield;
  const input = checked(found.schema, request.input, request.op);
  const { id, changes, undoes, redoes } = found.steps
    ? yield* found.steps(view, input, ports)
    : found.run(view, input, ports);
  const words = found.label(input, view);
  const label = sentenceOf(words);
  return { op: request.op, input, words, label, id, changes, undoes, redoes };
}

/** Nothing an analyst writes nests deeper; deeper input would exhaust the stack of the checks. */
const DEEPEST = 200;

/** Refuses what no schema looks at: input that nests without end, and text that is none. */
function needSound({ op, input }: Request): void {
  const fault = faultOf(input, '', DEEPEST);
  if (fault) throw invalidInput(op, fault, [fault]);
}

/** What is wrong with a value or anything in it. The function's own depth is bounded by `levels`. */
function faultOf(value: unknown, path: string, levels: number): InputFault | undefined {
  if (levels < 0) return { path: '', message: say('operations.tooDeep', { levels: DEEPEST }) };
  if (typeof value === 'string') {
    return HALF_PAIR.test(value) ? { path, message: say('operations.halfCharacter') } : undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  for (const key in value) {
    const inner = (value as Record<string, unknown>)[key];
    const fault = faultOf(inner, path === '' ? key : `${path}.${key}`, levels - 1);
    if (fault) return fault;
  }
  return undefined;
}

/** Half a surrogate pair is no character, and not every program can write it down. */
const HALF_PAIR = /\p{Cs}/u;
