import { compileSample } from '../compile-sample.ts';
import type { CompiledSample, SampleSources, SourceFile } from '../sample.ts';
import actors from './actors.txt?raw';
import claims from './claims.txt?raw';
import events from './events.txt?raw';
import n01 from './n01.txt?raw';
import n02 from './n02.txt?raw';
import n03 from './n03.txt?raw';
import n04 from './n04.txt?raw';
import n05 from './n05.txt?raw';
import n06 from './n06.txt?raw';
import n07 from './n07.txt?raw';
import n08 from './n08.txt?raw';
import n09 from './n09.txt?raw';
import n10 from './n10.txt?raw';
import positions from './positions.txt?raw';
import relations from './relations.txt?raw';
import summary from './summary.txt?raw';

const notes = { n01, n02, n03, n04, n05, n06, n07, n08, n09, n10 };
const file = (name: string, text: string): SourceFile => ({ name: `${name}.txt`, text });

/** The readable sources of the bundled sample case. */
export const wakhanSources: SampleSources = {
  title: 'Formats around the Wakhan corridor',
  summary: summary.trim(),
  notes: Object.entries(notes).map(([id, text]) => file(id, text)),
  actors: file('actors', actors),
  relations: file('relations', relations),
  events: file('events', events),
  claims: file('claims', claims),
  positions: file('positions', positions),
};

/** The bundled sample case, compiled from its sources. Cost: a few milliseconds; call it once. */
export const wakhanSample = (): CompiledSample => compileSample(wakhanSources);
