import type { CaseDocument } from '../model/document.ts';
import type { CaseReader } from '../state/case-view.ts';
import type { FoundKin } from './kin-in.ts';
import type { NearDuplicate } from './kinship/kinship-of.ts';
import { answeredOrigins } from './origins/answered-origins.ts';
import { originKey } from './origins/outlets.ts';
import type { ProposedOrigin } from './origins/proposed-origins.ts';
import { answeredPairs } from './kinship/answered-pairs.ts';

/** Something about where a document comes from that waits for somebody's word. */
export type KinQuestion =
  /** It seems to go back to `other`. */
  | { kind: 'kin'; pair: NearDuplicate; other: CaseDocument }
  /** It and maybe others name an origin. */
  | { kind: 'origin'; origin: ProposedOrigin };

/**
 * What of a finding still waits, by the document that it is asked at: a pair at the one that goes back to the
 * other, an origin at the document whose words say it. A finding may be older than the last answers.
 */
export function kinLooks(
  reader: Pick<CaseReader, 'all' | 'get'>,
  { pairs, origins }: FoundKin,
): Map<string, KinQuestion[]> {
  const looks = new Map<string, KinQuestion[]>();
  const ask = (document: string, question: KinQuestion): void => {
    looks.set(document, [...(looks.get(document) ?? []), question]);
  };
  const isAnsweredPair = answeredPairs(reader);
  for (const pair of pairs) {
    const [from, to] = pair.documents;
    const other = reader.get('document', to);
    if (other && reader.get('document', from) && !isAnsweredPair(from, to)) {
      ask(from, { kind: 'kin', pair, other });
    }
  }
  const answered = answeredOrigins(reader);
  for (const origin of origins) {
    const key = originKey(origin.name);
    const documents = origin.documents.filter(
      (id) => reader.get('document', id) && !answered.has(`${key} ${id}`),
    );
    const at = documents.includes(origin.from.document) ? origin.from.document : documents[0];
    if (at !== undefined) ask(at, { kind: 'origin', origin: { ...origin, documents } });
  }
  return looks;
}
