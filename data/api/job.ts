import { z } from 'zod';
import type { ErrorShape } from '../errors.ts';
import { call, caseCall, Key } from './call.ts';

/** Work in the background, shown in the status line. */
export interface JobState {
  id: string;
  kind: 'import' | 'export' | 'preview' | 'verify' | 'backup' | 'copy' | 'index';
  /** The opening of a case that it works for; absent when no case is open. */
  session?: string;
  label: string;
  done: number;
  total: number;
  state: 'running' | 'finished' | 'cancelled' | 'failed';
  error?: ErrorShape;
  /** Result of each file of an import, once finished. */
  results?: ImportResult[];
}

/** What became of one file of an import. `file` is the name without its folder. */
export type ImportResult =
  | { file: string; result: 'imported'; id: string; title: string }
  | { file: string; result: 'duplicate'; id: string; title: string }
  | { file: string; result: 'failed'; error: ErrorShape };

/** Calls that start or stop work in the background. */
export const jobCalls = {
  /** Asks for files (or a folder) and imports them in a job; null when cancelled, else the job's id. */
  'import.choose': caseCall(z.strictObject({ folder: z.boolean() })).gives<string | null>(),
  'job.cancel': call(z.strictObject({ id: Key })).gives<null>(),
} as const;
