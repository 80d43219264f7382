import { z } from 'zod';
import { Id } from '../model/common.ts';
import { positionId } from '../model/position.ts';
import { words } from '../words/say.ts';
import { change, make, need, revise } from './edit.ts';
import { operation } from './operation.ts';

const coordinate = z.number().min(-1e6).max(1e6);

/**
 * Saves where actors stand in the network: one record an actor, one step of undo for all. With `first`
 * they are places the program found for actors that had none: undo passes them over, redo is not lost
 * by them, and actors that are gone by now are left out.
 */
export const positionSet = operation({
  name: 'position.set',
  schema: z.strictObject({
    positions: z.array(z.strictObject({ entity: Id, x: coordinate, y: coordinate })).min(1),
    first: z.boolean().exactOptional(),
  }),
  label({ positions, first }, view) {
    const count = positions.length;
    if (count > 1) return words(`history.position.${first ? 'findAll' : 'moveAll'}`, { count });
    const name = view.get('entity', positions[0]?.entity ?? '')?.name;
    if (name === undefined) return words('history.position.findAnyone');
    return words(`history.position.${first ? 'find' : 'move'}`, { name });
  },
  run(view, { positions, first = false }, ports) {
    const there = positions.filter(({ entity }) => !first || view.get('entity', entity));
    const latest = new Map(there.map((one) => [one.entity, one]));
    const changes = [...latest.values()].map(({ entity, x, y }) => {
      need(view, 'entity', entity);
      const id = positionId(entity);
      const before = view.get('position', id);
      return before
        ? change('position', before, revise(ports, 'position', before, { x, y }))
        : change('position', null, make(view, ports, 'position', id, { x, y }));
    });
    return { id: positions[0]?.entity ?? '', changes, ...(first && { undoes: [] }) };
  },
});
