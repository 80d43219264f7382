import type { Region } from '../model/region.ts';
import type { CaseReader } from '../state/case-view.ts';
import { usersOf } from './users-of.ts';

/** The regions of a document in reading order. */
export const regionsOf = (reader: CaseReader, document: string): Region[] =>
  usersOf(reader, 'region', 'document', document).sort((one, other) => one.start - other.start);
