import type { ErrorCode } from '#data/errors.ts';
import type { TestCase } from './test-case.ts';

/** What an operation should do with the seeded case. */
export interface Expectations {
  /** Input and what must hold afterwards. */
  works: readonly {
    /** What is there beside the seeded case. */
    given?: (one: TestCase) => void;
    input: unknown;
    then: (one: TestCase, id: string) => void;
  }[];
  /** Input and the code of the refusal; every refusal must leave the case as it was. */
  refuses: readonly (readonly [input: unknown, code: ErrorCode])[];
}
export type ExpectationTable = Readonly<Record<string, Expectations>>;
