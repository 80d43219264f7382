import type { CaseReader } from '../../state/case-view.ts';
import { Joined } from '../joined.ts';

/**
 * Whether somebody has said what two documents are to each other: they are linked, whatever the link says, or
 * confirmed links of copies and versions join them.
 */
export function answeredPairs(
  reader: Pick<CaseReader, 'all'>,
): (one: string, other: string) => boolean {
  const linked = new Set<string>();
  const joined = new Joined();
  for (const { from, to, type, state } of reader.all('documentLink')) {
    linked.add(`${from} ${to}`).add(`${to} ${from}`);
    const isOneText = type === 'copy-of' || type === 'version-of';
    if (state === 'confirmed' && isOneText) joined.join(from, to);
  }
  return (one, other) => linked.has(`${one} ${other}`) || joined.areJoined(one, other);
}
