/** A part of a pattern: the place of a figure, what stands as it is, or what changes the number. */
const PARTS = /"([^"]{0,40})"|\\(.)|_.|\*.|\[[^\]]{0,40}\]|(.)/gsu;

/**
 * Figures in their places in a pattern, as those of telephones and numbers of identity stand: `000-00-0000`.
 * Undefined where nothing stands between its places.
 */
export function placedDigits(figures: string, section: string): string | undefined {
  const parts = partsOf(section);
  const isPlace = (part: string): boolean => part === '';
  const first = parts.findIndex(isPlace);
  const last = parts.findLastIndex(isPlace);
  const inner = parts.slice(first, last + 1);
  if (first < 0 || inner.every(isPlace) || inner.includes(',') || inner.includes('.')) {
    return undefined;
  }
  const digits = [...figures];
  const shown = parts.map(() => '');
  for (let at = parts.length - 1; at >= 0; at--) {
    const part = parts[at] ?? '';
    if (!isPlace(part)) shown[at] = part;
    else shown[at] = at === first ? digits.join('') || '0' : (digits.pop() ?? '0');
  }
  return shown.join('').trim();
}

/** What a pattern consists of; an empty part is the place of a figure. */
function partsOf(section: string): string[] {
  return [...section.slice(0, 200).matchAll(PARTS)].flatMap(([, quoted, escaped, plain]) => {
    if (plain === undefined) return quoted ?? escaped ?? [];
    return /[0#?]/.test(plain) ? '' : plain;
  });
}
