import type { z } from 'zod';
import type { Change } from '../model/records.ts';
import type { Ports } from '../ports.ts';
import type { CaseView } from '../state/case-view.ts';
import type { Words } from '../words/say.ts';

/** What an operation comes to: the record it is about and all changes it makes. */
export interface Effect {
  id: string;
  changes: Change[];
  /** Set by undo: the operations taken back, newest first. None: a step that undo passes over. */
  undoes?: readonly number[] | undefined;
  /** Set by redo: the operation brought back. */
  redoes?: number | undefined;
}

/** Ports of the engine: those of every operation, and the journal's memory for undo and redo. */
export interface EnginePorts extends Ports {
  /** Changes of journal record `n`, as they were recorded. */
  changesOf(n: number): readonly Change[];
}

/** One way to change a case. `run` is pure: same view, input and ports give the same effect. */
export interface Operation<I = unknown> {
  readonly name: string;
  readonly schema: z.ZodType<I>;
  /** A few words for the history: “Add tag ‘Doubts’”. `view` is the case before the change. */
  label(input: I, view: CaseView): Words;
  run(view: CaseView, input: I, ports: EnginePorts): Effect;
  /** As `run`, where that may take long: whoever steps through it may pause at each step. */
  steps?(view: CaseView, input: I, ports: EnginePorts): Steps<Effect>;
}

/** Work that can be paused at every `yield`; it ends with its result. */
export type Steps<T> = Generator<undefined, T, undefined>;

/** Does work in one go. */
export function inOneGo<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** Declares an operation with its input type taken from the schema. */
export function operation<I>(definition: Operation<I>): Operation {
  return definition;
}
