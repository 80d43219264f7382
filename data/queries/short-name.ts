/** Names up to this long stand at their node in full, in letters. */
const LONG = 28;

/**
 * The name that stands at a node: a long name gives way to an abbreviation among the other names of
 * the actor, as people of the trade say it: QCCM, SCO. Lists and the inspector have the full name.
 */
export function shortName(name: string, aliases: readonly { name: string }[]): string {
  if ([...name].length <= LONG) return name;
  return aliases.find((alias) => isAbbreviation(alias.name))?.name ?? name;
}

/** Few letters without a space, at least two of them capitals. */
function isAbbreviation(text: string): boolean {
  return /^[\p{L}\p{N}.&+-]{2,8}$/u.test(text) && (text.match(/\p{Lu}/gu)?.length ?? 0) >= 2;
}
