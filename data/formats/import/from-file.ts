import type { Proposal } from '../../model/reading.ts';

/** What a file says of itself, as proposals. */
export function fromFile(
  found: Partial<Record<Proposal['field'], string | undefined>>,
): Proposal[] {
  return Object.entries(found).flatMap(([field, value]): Proposal[] =>
    value ? [{ field: field as Proposal['field'], value, from: 'file' }] : [],
  );
}
