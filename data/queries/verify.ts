/** One thing that is not as it should be. */
export interface Problem {
  /** What was checked. */
  check: 'journal' | 'quote' | 'reference' | 'original' | 'text' | 'snapshot';
  /** Record, file or journal number concerned. */
  where: string;
  /** What is wrong, as a sentence. */
  message: string;
}

/** Result of checking a case: how much was looked at, and what was wrong. */
export interface ProblemReport {
  ok: boolean;
  checked: { journal: number; quotes: number; references: number; originals: number };
  problems: Problem[];
}
