/** With shorter or with more needles nearly every text has one. */
const SHORTEST = 3;
const MOST = 8;

/**
 * Runs of letters and figures of ASCII, in small letters, one of which a text of ASCII alone must hold so
 * that one of some phrases can stand in it; undefined where there are none that help. `phrases`: folded as
 * they are looked for.
 */
export function needlesOf(phrases: readonly string[]): readonly string[] | undefined {
  const runs = [...new Set(phrases.map((phrase) => longestRun(phrase)))];
  const needles = runs.filter((one) => !runs.some((other) => other !== one && one.includes(other)));
  const help = needles.length <= MOST && needles.every(({ length }) => length >= SHORTEST);
  return help && needles.length > 0 ? needles : undefined;
}

function longestRun(phrase: string): string {
  const runs = phrase.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return runs.reduce((longest, run) => (run.length > longest.length ? run : longest), '');
}
