import type { RelationType } from '../model/codebook.ts';

/**
 * Which way a type of relation can be read between two types of actors: from the first to the second,
 * from the second to the first, both, or neither. The order in which two actors were chosen says less
 * than what they are: a state is a member of a format, whichever was named first.
 */
export type Direction = 'straight' | 'reversed' | 'either' | 'neither';

/** The {@link Direction} of a type between two actors, given by their types; unknown types fit all. */
export function directionOf(
  type: Pick<RelationType, 'fromTypes' | 'toTypes'>,
  first: string | undefined,
  second: string | undefined,
): Direction {
  const straight = takes(type.fromTypes, first) && takes(type.toTypes, second);
  const reversed = takes(type.fromTypes, second) && takes(type.toTypes, first);
  if (straight) return reversed ? 'either' : 'straight';
  return reversed ? 'reversed' : 'neither';
}

function takes(types: readonly string[] | undefined, type: string | undefined): boolean {
  return types === undefined || type === undefined || types.includes(type);
}
