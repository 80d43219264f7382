import { z } from 'zod';
import type { ErrorShape } from '../errors.ts';
import type { Proposal } from '../model/reading.ts';
import type { RegionKind } from '../text/region-kinds.ts';
import { call, Key } from './call.ts';

/** Work in the background, shown in the status line. */
export interface JobState {
  id: string;
  kind:
    | 'import'
    | 'export'
    | 'preview'
    | 'verify'
    | 'backup'
    | 'copy'
    | 'index'
    | 'recognise'
    | 'version';
  /** The opening of a case that it works for; absent when no case is open. */
  session?: string;
  label: string;
  done: number;
  total: number;
  state: 'running' | 'finished' | 'cancelled' | 'failed';
  error?: ErrorShape;
}

/** What an import tells of a document that it took in, or that is there already. */
export interface ImportedDocument {
  id: string;
  title: string;
  sha256: string;
  mediaType: string;
  encoding?: string;
  /** BCP 47, as the file declares it or the words tell. */
  language?: string;
  /** Number of pages of the original. */
  pages?: number;
  /** Length of the whole working text in UTF-16 code units. */
  characters: number;
  leftOut?: { characters: number; what: string };
  /** How many regions of which kind. */
  regions: Partial<Record<RegionKind, number>>;
  /** What was found about it. */
  meta: Proposal[];
}

/**
 * What became of one document of an import. `file` is the name without its folder; a part of a file is
 * `outer/inner`. `needs-ocr`: it has pages that are pictures; what text there is was imported.
 */
export type ImportResult = { file: string; ms: number } & (
  | ({ result: 'imported' | 'needs-ocr' | 'duplicate' } & ImportedDocument)
  | { result: 'failed'; error: ErrorShape }
);

/** Calls that stop work in the background. */
export const jobCalls = {
  'job.cancel': call(z.strictObject({ id: Key })).gives<null>(),
} as const;
