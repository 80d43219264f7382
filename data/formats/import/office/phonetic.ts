/** Code units of an instruction that are looked at. */
const LONGEST = 4000;

/**
 * Words with their reading as older programs write them, by a formula that lays one above the other:
 * `EQ \\o\\ad(\\s\\up 9(reading),words)`. Undefined for other fields.
 */
export function phoneticOf(instruction: string): { base: string; reading: string } | undefined {
  if (!/^\s*EQ\s/i.test(instruction)) return undefined;
  const found = /\\s ?\\up ?\d{0,3} ?\(([^()]{1,200})\) ?[,;]([^()]{1,200})\)/i.exec(
    instruction.slice(0, LONGEST),
  );
  if (!found) return undefined;
  const [, reading = '', base = ''] = found;
  return { base: base.trim(), reading: reading.trim() };
}
