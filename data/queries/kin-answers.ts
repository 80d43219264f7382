import type { Request } from '../operations/engine.ts';
import type { CaseReader } from '../state/case-view.ts';
import type { KinQuestion } from './kin-looks.ts';
import { originKey } from './origins/outlets.ts';

/**
 * The operation that says yes or no to where a document comes from. A confirmed origin that has a record
 * already gets the documents.
 */
export function kinAnswer(
  reader: Pick<CaseReader, 'all'>,
  question: KinQuestion,
  isYes: boolean,
): Request {
  const state = isYes ? 'confirmed' : 'refused';
  if (question.kind === 'kin') {
    const { documents, kind: type, score } = question.pair;
    const [from, to] = documents;
    return { op: 'documentLink.add', input: { type, from, to, score, state } };
  }
  const { name, documents, reason, from } = question.origin;
  const key = originKey(name);
  const there = [...reader.all('origin')].find(
    (one) => one.state === state && originKey(one.name) === key,
  );
  if (!there) return { op: 'origin.add', input: { name, documents, reason, from, state } };
  const all = [...new Set([...there.documents, ...documents])];
  return { op: 'origin.update', input: { id: there.id, documents: all } };
}
