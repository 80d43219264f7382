import { join } from 'node:path';
import { makeCase } from './make-case.ts';

const notes = [
  {
    id: 'note-1',
    title: 'Urumqi',
    text:
      'China hosted Pakistan in Urumqi on 3 August 2016.\n\n' +
      'Beijing met Gen. Raheel Sharif of Pakistan. The QCCM has four members, China said.\n\n' +
      'A spokesman said that nobody is a target.',
  },
  { id: 'note-2', title: 'Islamabad', text: 'In Islamabad, Pakistan spoke of China again.' },
];

const actors = [
  { op: 'entity.add', input: { id: 'china', type: 'state', name: 'China' } },
  { op: 'entity.add', input: { id: 'qccm', type: 'initiative', name: 'QCCM' } },
];

/** Makes a case with two short notes, a state and an initiative; answers its folder. */
export function makeTwoNotes(folder: string): Promise<string> {
  return makeCase(join(folder, 'a.case'), 'Daily', notes, actors);
}
