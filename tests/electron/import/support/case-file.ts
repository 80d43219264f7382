/** What is right about a file of `tests/fixtures/import/`; `expected.json` there tells what each member means. */
export interface CaseFile {
  file: string;
  args?: string[];
  result: string[];
  refusal?: boolean;
  rowSays?: string;
  mediaType?: string;
  encoding?: string[];
  language?: string;
  pages?: number;
  documents?: number;
  headings?: string[];
  mustContain?: string[];
  mustContainAll?: string[];
  mustNotContain?: string[];
  mustNotContainAll?: string[];
  once?: string[];
  anywhere?: string[];
  apart?: string[];
  lines?: string[];
  cells?: string[];
  numbers?: [number: string, item: string][];
  page?: { snippet: string; number: number }[];
  debris?: { snippet: string; kinds: string[] }[];
  meta?: Record<string, string>;
  date?: string;
  each?: { title: string; mustContain: string; date?: string }[];
  otherDocuments?: string[];
  dataNames?: string[];
  ignoreZwnj?: boolean;
}
