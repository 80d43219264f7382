import type { Request } from '#data/operations/engine.ts';
import { words } from '#data/words/say.ts';
import { evidence } from '../reader/tag-bar/statements.ts';
import type { NewId, Plan, Target } from '../reader/tag-bar/plans.ts';

/** A record that stands on quotes. */
export interface EvidenceUser {
  kind: 'relation' | 'event' | 'claim';
  id: string;
}

/** Lets a record stand on these words too; undefined when it does already. */
export function addWords(
  of: EvidenceUser,
  has: readonly string[],
  target: Target,
  newId: NewId,
): Plan | undefined {
  const { steps, highlight } = evidence(target, newId);
  if (has.includes(highlight)) return undefined;
  const update = setEvidence(of, [...has, highlight]);
  return {
    label: words('history.evidence.add', { kind: of.kind }),
    steps: [...steps, update],
    highlight,
  };
}

/** Takes a quote from one record to another one, which keeps what it has. */
export function moveQuote(
  highlight: string,
  from: EvidenceUser & { evidence: readonly string[] },
  to: EvidenceUser & { evidence: readonly string[] },
): Plan {
  const steps = [
    setEvidence(to, [...new Set([...to.evidence, highlight])]),
    setEvidence(
      from,
      from.evidence.filter((id) => id !== highlight),
    ),
  ];
  return { label: words('history.evidence.move', { kind: to.kind }), steps, highlight };
}

/** The ids with one of them a place further up (-1) or down (1). */
export function shifted(ids: readonly string[], id: string, by: 1 | -1): string[] {
  const at = ids.indexOf(id);
  const other = ids[at + by];
  if (at < 0 || other === undefined) return [...ids];
  return ids.map((one) => (one === id ? other : one === other ? id : one));
}

function setEvidence({ kind, id }: EvidenceUser, ids: readonly string[]): Request {
  return { op: `${kind}.update`, input: { id, evidence: ids } };
}
