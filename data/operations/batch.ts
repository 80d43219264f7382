import { z } from 'zod';
import { AppError, asAppError } from '../errors.ts';
import { Line } from '../model/common.ts';
import type { CaseView } from '../state/case-view.ts';
import { OverlayView } from '../state/overlay-view.ts';
import { type Words, isKnown, say, words } from '../words/say.ts';
import { checked } from './edit.ts';
import {
  inOneGo,
  operation,
  type Effect,
  type EnginePorts,
  type Operation,
  type Steps,
} from './operation.ts';

/** A label of the catalogue, by its code. */
const KeptWords = z
  .strictObject({ code: z.string(), args: z.record(z.string(), z.union([z.string(), z.number()])) })
  .refine(isKnown, say('operations.unknownLabel'));

const BatchInput = z.strictObject({
  label: z.union([Line, KeptWords]).exactOptional(),
  operations: z
    .array(z.strictObject({ op: z.string(), input: z.record(z.string(), z.unknown()) }))
    .min(1)
    .max(50_000),
});

function labelOf(given: z.infer<typeof BatchInput>['label'], count: number): Words {
  if (given === undefined) return words('history.batch', { count });
  return typeof given === 'string' ? words('history.named', { label: given }) : given;
}

/**
 * Several operations as one: all or none, one journal record, one step of undo. Each sees the case
 * as those before it leave it. Undo, redo and batches cannot stand in a batch.
 */
export function batch(find: (name: string) => Operation | undefined): Operation {
  function* steps(
    view: CaseView,
    { operations }: z.infer<typeof BatchInput>,
    ports: EnginePorts,
  ): Steps<Effect> {
    const overlay = new OverlayView(view);
    let id = '';
    for (const [index, { op, input }] of operations.entries()) {
      try {
        const one = find(op);
        if (!one)
          throw new AppError('unknown-operation', say('operations.notInBatch', { op }), { op });
        const effect = one.run(overlay, checked(one.schema, input, op), ports);
        overlay.add(effect.changes);
        id = effect.id;
      } catch (thrown) {
        const { code, message, details } = asAppError(thrown);
        const where = { step: index + 1, count: operations.length };
        throw new AppError(code, say('operations.batchStep', { ...where, message }), {
          ...details,
          step: index,
          op,
        });
      }
      yield;
    }
    return { id, changes: overlay.changes() };
  }
  return operation({
    name: 'batch',
    schema: BatchInput,
    label: ({ label, operations }) => labelOf(label, operations.length),
    run: (view, input, ports) => inOneGo(steps(view, input, ports)),
    steps,
  });
}
