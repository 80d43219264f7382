import type { Actors } from './compile-actors.ts';
import { onlyKeys, parseEntries } from './parse-entries.ts';
import type { SampleOperation, SourceFile } from './sample.ts';
import { sourceError } from './source-error.ts';

/** Reads `actor | x | y` (CSS pixels at zoom 1): one `position.set` for all of them. */
export function compilePositions(source: SourceFile, actors: Actors): SampleOperation {
  const positions = parseEntries(source, 3).map((entry) => {
    onlyKeys(entry, []);
    const [id = '', x, y] = entry.head;
    const place = { entity: actors.need(entry, id), x: Number(x), y: Number(y) };
    if (Number.isFinite(place.x) && Number.isFinite(place.y)) return place;
    throw sourceError(entry.file, entry.line, 'a position is two numbers');
  });
  return { op: 'position.set', input: { positions } };
}
