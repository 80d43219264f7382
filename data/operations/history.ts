import { z } from 'zod';
import { AppError } from '../errors.ts';
import { positionId } from '../model/position.ts';
import type { Change } from '../model/records.ts';
import { OverlayView } from '../state/overlay-view.ts';
import { say } from '../words/say.ts';
import { stepLabel } from './step-label.ts';
import { change } from './edit.ts';
import { operation } from './operation.ts';

/** The change set that takes a change set back. */
function inverse(changes: readonly Change[]): Change[] {
  return changes
    .map((one) => ({ ...one, before: one.after, after: one.before }) as Change)
    .reverse();
}

/** Actors that go take their first places along: no step of undo has those. */
function withoutPlaces(overlay: OverlayView): Change[] {
  for (const { kind, id, after } of overlay.changes()) {
    if (kind !== 'entity' || after) continue;
    const place = overlay.get('position', positionId(id));
    if (place) overlay.add([change('position', place, null)]);
  }
  return overlay.changes();
}

/** Takes back the last operation that stands, or with `to` every one after journal number `to`. */
export const undo = operation({
  name: 'undo',
  schema: z.strictObject({ to: z.int().min(1).exactOptional() }),
  label: ({ to }, { history }) =>
    stepLabel(to === undefined ? 'undo' : 'undo-to', to ?? history.undoable ?? 0),
  run(view, { to }, ports) {
    const last = view.history.undoable;
    const undoes = to === undefined ? [last ?? 0] : view.history.after(to);
    if (last === undefined || last === 1 || undoes.length === 0) {
      throw new AppError('nothing-to-undo', say('operations.nothingToUndo'));
    }
    if (to !== undefined && !view.history.stands(to)) {
      throw new AppError('unknown-id', say('operations.doesNotStand', { n: to }), {
        to,
      });
    }
    const overlay = new OverlayView(view);
    for (const n of undoes) overlay.add(inverse(ports.changesOf(n)));
    return { id: String(undoes.at(-1)), changes: withoutPlaces(overlay), undoes };
  },
});

/** Brings back the operation that was undone last. */
export const redo = operation({
  name: 'redo',
  schema: z.strictObject({}),
  label: (_input, { history }) => stepLabel('redo', history.redoable ?? 0),
  run(view, _input, ports) {
    const redoes = view.history.redoable;
    if (redoes === undefined) {
      throw new AppError('nothing-to-redo', say('operations.nothingToRedo'));
    }
    const overlay = new OverlayView(view);
    overlay.add(ports.changesOf(redoes));
    return { id: String(redoes), changes: withoutPlaces(overlay), redoes };
  },
});
