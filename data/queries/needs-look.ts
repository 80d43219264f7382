import type { CaseDocument } from '../model/document.ts';
import type { OpenQuestion, Proposal } from '../model/reading.ts';
import type { CaseReader } from '../state/case-view.ts';

/** One thing about a document that waits for somebody's word. */
export type DocumentQuestion =
  /** Something was found about it; `others`: further values of the same field. */
  | { kind: 'proposal'; proposal: Proposal; others: Proposal[] }
  /** Its encoding was guessed, or characters of it could not be read. */
  | { kind: 'encoding'; encoding?: string; damaged?: number }
  /** A table of which nobody has said what its columns are. */
  | { kind: 'columns' }
  /** Pages that are pictures, counted from 1. */
  | { kind: 'pages'; pages: readonly number[] };

/** A document that needs a look, and why. */
export interface DocumentLook {
  document: CaseDocument;
  questions: DocumentQuestion[];
}

/** Media types of tables: what their columns are, nobody can tell but the analyst. */
const TABLES: ReadonlySet<string> = new Set([
  'text/csv',
  'text/tab-separated-values',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
]);

/**
 * Documents that need a look, in the order of their making. It goes once through the documents and reads
 * no text. Of several documents out of one table the first one asks for its columns.
 */
export function documentLooks(reader: Pick<CaseReader, 'all'>): DocumentLook[] {
  const tables = new Set<string>();
  const looks: DocumentLook[] = [];
  for (const document of reader.all('document')) {
    const questions = questionsOf(document).filter(({ kind }) => {
      if (kind !== 'columns') return true;
      const isFirst = !tables.has(document.source.sha256);
      tables.add(document.source.sha256);
      return isFirst;
    });
    if (questions.length > 0) looks.push({ document, questions });
  }
  return looks;
}

/** Whether a document is a table of which nobody has said what its columns are. */
export function isWholeTable({ source, reading }: CaseDocument): boolean {
  return TABLES.has(source.mediaType) && reading?.recipe === undefined;
}

/** Whether a document has pages that are pictures, whose words were read or could be. */
export const hasPictures = ({ reading }: CaseDocument): boolean =>
  (reading?.withoutText ?? []).length > 0 || reading?.recognised !== undefined;

/** What waits about one document: what its words may be first, then what is known about it. */
export function questionsOf(document: CaseDocument): DocumentQuestion[] {
  const { encoding, guessed, damaged, withoutText = [], settled = [] } = document.reading ?? {};
  const isOpen = (question: OpenQuestion): boolean => !settled.includes(question);
  const questions: DocumentQuestion[] = [];
  if (isOpen('encoding') && (guessed || damaged)) {
    questions.push({
      kind: 'encoding',
      ...(encoding !== undefined && { encoding }),
      ...(damaged !== undefined && { damaged }),
    });
  }
  if (isOpen('columns') && isWholeTable(document)) {
    questions.push({ kind: 'columns' });
  }
  if (isOpen('pages') && withoutText.length > 0) {
    questions.push({ kind: 'pages', pages: withoutText });
  }
  return [...questions, ...proposalsOf(document)];
}

/** What was found about a document, field by field: its surest value, and the others. */
export function proposalsOf({
  proposals = [],
}: Pick<CaseDocument, 'proposals'>): Extract<DocumentQuestion, { kind: 'proposal' }>[] {
  const byField = new Map<Proposal['field'], Proposal[]>();
  for (const one of proposals) byField.set(one.field, [...(byField.get(one.field) ?? []), one]);
  return [...byField.values()].flatMap(([proposal, ...rest]) => {
    if (!proposal) return [];
    const others = rest.filter(({ value }, at) => {
      const isNew = rest.findIndex((one) => one.value === value) === at;
      return isNew && value !== proposal.value;
    });
    return [{ kind: 'proposal' as const, proposal, others }];
  });
}

/** Numbers as ranges, for people: “1–3, 7”. */
export function rangesOf(numbers: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const one of [...numbers].sort((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last && one <= last[1] + 1) last[1] = one;
    else ranges.push([one, one]);
  }
  return ranges.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ');
}
