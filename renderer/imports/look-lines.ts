import type { QueueResult } from '#data/api/import.ts';
import type { CaseDocument } from '#data/model/document.ts';
import type { KinQuestion } from '#data/queries/kin-looks.ts';
import type { DocumentLook, DocumentQuestion } from '#data/queries/needs-look.ts';
import type { WaitingLine } from './waiting.svelte.ts';
import type { QueueFile } from '../state/queue-lines.ts';

/** A question about a document. `isFirst`: it stands first of those of its document. */
export interface DocumentLine {
  id: string;
  kind: 'document';
  document: CaseDocument;
  question: DocumentQuestion | KinQuestion;
  isFirst: boolean;
}

/** A file, or a part of one, that was not imported, and what it wants. */
export interface FileLine {
  id: string;
  kind: 'file';
  file: QueueFile;
  result: Extract<QueueResult, { result: 'failed' }>;
  wants: 'password' | 'encoding' | 'nothing';
}

export type LookLine = DocumentLine | FileLine | WaitingLine;

/** A document with all that waits about it, also where it comes from. */
type AnyLook = Pick<DocumentLook, 'document'> & { questions: readonly DocumentLine['question'][] };

/** Looks with questions of kin behind the others of their document; documents without others come last. */
export function withKin(
  looks: readonly DocumentLook[],
  kin: ReadonlyMap<string, readonly KinQuestion[]>,
  documentOf: (id: string) => CaseDocument | undefined,
): AnyLook[] {
  const there = new Set(looks.map(({ document }) => document.id));
  const more = [...kin].flatMap(([id, questions]): AnyLook[] => {
    const document = there.has(id) ? undefined : documentOf(id);
    return document ? [{ document, questions }] : [];
  });
  const both = looks.map(({ document, questions }): AnyLook => {
    return { document, questions: [...questions, ...(kin.get(document.id) ?? [])] };
  });
  return [...both, ...more];
}

/**
 * Everything that needs a look as lines: what was not imported first, then highlights that wait, then document by
 * document.
 */
export function lookLines(
  looks: readonly AnyLook[],
  refused: readonly QueueFile[],
  waiting: readonly WaitingLine[] = [],
): LookLine[] {
  return [...refused.flatMap(fileLines), ...waiting, ...looks.flatMap(documentLines)];
}

/** How many files and documents need a look, whatever waits about each. */
export function countOf(lines: readonly LookLine[]): number {
  const files = lines.flatMap((line) => (line.kind === 'file' ? [line.file.key] : []));
  const documents = lines.flatMap((line) => (line.kind === 'file' ? [] : [line.document.id]));
  return new Set(files).size + new Set(documents).size;
}

function fileLines(file: QueueFile): FileLine[] {
  return file.results.flatMap((result, at): FileLine[] => {
    if (result.result !== 'failed') return [];
    const { code } = result.error;
    const isText = code === 'wrong-encoding' && file.name === result.file;
    const wants = code === 'password-needed' ? 'password' : isText ? 'encoding' : 'nothing';
    return [{ id: `${file.key} ${at}`, kind: 'file', file, result, wants }];
  });
}

function documentLines({ document, questions }: AnyLook): DocumentLine[] {
  return questions.map((question, at) => {
    const id = `${document.id} ${keyOf(question)}`;
    return { id, kind: 'document', document, question, isFirst: at === 0 };
  });
}

/** What tells a question about a document from the others about it. */
function keyOf(question: DocumentLine['question']): string {
  switch (question.kind) {
    case 'proposal':
      return question.proposal.field;
    case 'kin':
      return `kin:${question.other.id}`;
    case 'origin':
      return `origin:${question.origin.name}`;
    default:
      return question.kind;
  }
}
