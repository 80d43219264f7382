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
  /** What is worth knowing and nothing wrong, as sentences: a save that was not finished. */
  notes: string[];
}

/** A piece of checking, small enough that progress can be shown and work be stopped after it. */
export interface CheckStep {
  /** Quotes compared with their text in this step. */
  quotes: number;
  /** References between records followed in this step. */
  references: number;
  problems: Problem[];
}
