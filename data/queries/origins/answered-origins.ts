import type { CaseReader } from '../../state/case-view.ts';
import { originKey } from './outlets.ts';

/** Which documents somebody has put, or refused to put, under which origin: “<key of the origin> <document>”. */
export function answeredOrigins(reader: Pick<CaseReader, 'all'>): Set<string> {
  const answered = new Set<string>();
  for (const { name, documents } of reader.all('origin')) {
    const key = originKey(name);
    for (const id of documents) answered.add(`${key} ${id}`);
  }
  return answered;
}
