import type { QueueResult } from '#data/api/import.ts';
import type { CaseDocument } from '#data/model/document.ts';
import type { DocumentLook, DocumentQuestion } from '#data/queries/needs-look.ts';
import type { QueueFile } from '../state/queue-lines.ts';

/** A question about a document. `isFirst`: it stands first of those of its document. */
export interface DocumentLine {
  id: string;
  kind: 'document';
  document: CaseDocument;
  question: DocumentQuestion;
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

export type LookLine = DocumentLine | FileLine;

/** Everything that needs a look as lines: what was not imported first, then document by document. */
export function lookLines(
  looks: readonly DocumentLook[],
  refused: readonly QueueFile[],
): LookLine[] {
  return [...refused.flatMap(fileLines), ...looks.flatMap(documentLines)];
}

/** How many files and documents need a look, whatever waits about each. */
export function countOf(lines: readonly LookLine[]): number {
  const files = lines.flatMap((line) => (line.kind === 'file' ? [line.file.key] : []));
  const documents = lines.filter((line) => line.kind === 'document' && line.isFirst);
  return new Set(files).size + documents.length;
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

function documentLines({ document, questions }: DocumentLook): DocumentLine[] {
  return questions.map((question, at) => {
    const about = question.kind === 'proposal' ? question.proposal.field : question.kind;
    const id = `${document.id} ${about}`;
    return { id, kind: 'document', document, question, isFirst: at === 0 };
  });
}
