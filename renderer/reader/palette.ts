import type { CaseModel } from '../state/case-model.svelte.ts';
import type { Layers } from './layers.svelte.ts';
import type { Palette } from './paint.ts';

/** What highlights of a case are painted with. Reading it in a derived follows the tables it looks into. */
export function paletteOf(model: CaseModel, layers?: Layers): Palette {
  return {
    shows: (layer) => layers?.shown.has(layer) ?? true,
    entity: (id) => model.table('entity').get(id),
    entityType: (id) => model.table('entityType').get(id),
    tag: (id) => model.table('tag').get(id),
    rootIndex(id) {
      let index = 0;
      for (const tag of model.table('tag').values()) {
        if (tag.id === id) break;
        if (tag.parent === undefined) index++;
      }
      return index;
    },
  };
}
