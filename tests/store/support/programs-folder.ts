import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Folder of programs that tests start, for the time of one run. */
    programs: string;
  }
}

/** Makes the folder that all test files of a run share, and takes it away at its end. */
export default function programsFolder(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'wakhan-proof-'));
  project.provide('programs', folder);
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
