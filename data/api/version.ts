import { z } from 'zod';
import { Id } from '../model/common.ts';
import type { Highlight } from '../model/highlight.ts';
import type { AnchorCounts } from '../queries/waiting-highlights.ts';
import { caseCall, nothing } from './call.ts';

/** A new version of a document, with what became of the highlights; `isNew` is false when it is what is there already. */
export interface MadeVersion {
  id: string;
  counts: AnchorCounts;
  isNew: boolean;
  /** Number of the change that made it, or of the last one before. */
  n: number;
}

/** Calls about versions of documents and the highlights that go from one to the next. */
export const versionCalls = {
  /** Asks for a file and makes it the next version of a document, as a job; null when cancelled. */
  'version.import': caseCall(z.strictObject({ id: Id })).gives<MadeVersion | null>(),
  /** Takes the highlights of a document along to a newer version that is in the case already, as a job. */
  'version.reanchor': caseCall(z.strictObject({ from: Id, to: Id })).gives<MadeVersion>(),
  /** Highlights that wait for the analyst's word, by document and in reading order. */
  'version.waiting': caseCall(nothing).gives<Highlight[]>(),
  /** What became of the highlights that came to a version, or wait for it. */
  'version.counts': caseCall(z.strictObject({ id: Id })).gives<AnchorCounts>(),
} as const;
