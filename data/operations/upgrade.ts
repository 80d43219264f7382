import { z } from 'zod';
import type { EntityType } from '../model/codebook.ts';
import { words } from '../words/say.ts';
import { seenName } from './need-free.ts';
import { change, make, type Fields } from './edit.ts';
import { operation } from './operation.ts';

/** The type of actor that came with format 2: ethnic, religious and social groups. */
const group: Fields<'entityType'> = {
  name: 'group',
  plural: 'groups',
  shape: 'pentagon',
  colour: '#5f5a16',
  colourDark: '#d3cb7a',
  icon: 'group',
};

/**
 * What a case gains when it is brought to a newer format, beside the new form of its records. It stands
 * in the journal as what was done by the program; undo passes over it.
 */
export const caseUpgrade = operation({
  name: 'case.upgrade',
  schema: z.strictObject({ from: z.int().min(1), to: z.int().min(1) }),
  label: ({ to }) => words('history.case.upgrade', { to }),
  run(view, { from }, ports) {
    const known = [...view.all('entityType')];
    const isKnown = ({ id, name }: EntityType): boolean =>
      id === 'group' || seenName(name) === group.name;
    if (from >= 2 || known.some(isKnown) || view.kindOf('group')) {
      return { id: 'case', changes: [], undoes: [] };
    }
    const type = make(view, ports, 'entityType', 'group', group);
    return { id: 'case', changes: [change('entityType', null, type)], undoes: [] };
  },
});
