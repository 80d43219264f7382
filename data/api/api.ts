import type { ErrorShape } from '../errors.ts';
import { appCalls } from './app.ts';
import { caseCalls } from './case.ts';
import { protectionCalls } from './protection.ts';
import { backupCalls } from './backup.ts';
import { documentCalls } from './document.ts';
import { highlightCalls } from './highlight.ts';
import { importCalls } from './import.ts';
import { jobCalls } from './job.ts';
import { pageCalls } from './page.ts';
import { ocrCalls } from './ocr.ts';
import { kinCalls } from './kin.ts';
import { reportCalls } from './report.ts';
import { versionCalls } from './version.ts';
import { writtenCalls } from './written.ts';
import type { Call } from './call.ts';
import type { EventName, Events } from './events.ts';
/**
 * The one contract between the window and the desktop: every call, by area. A call that is added to an
 * area does not compile until its handler exists (`electron/handlers/<area>.ts`).
 */
export const calls = {
  ...appCalls,
  ...caseCalls,
  ...protectionCalls,
  ...backupCalls,
  ...documentCalls,
  ...highlightCalls,
  ...importCalls,
  ...jobCalls,
  ...pageCalls,
  ...ocrCalls,
  ...kinCalls,
  ...reportCalls,
  ...versionCalls,
  ...writtenCalls,
} as const;

export type Calls = typeof calls;
export type CallName = keyof Calls;
export type CallInput<N extends CallName> = Calls[N] extends Call<infer I, infer _O> ? I : never;
export type CallOutput<N extends CallName> = Calls[N] extends Call<infer _I, infer O> ? O : never;

/** Calls that are about the open case. */
export type CaseCall = {
  [N in CallName]: Calls[N] extends { readonly about: 'case' } ? N : never;
}[CallName];
/** All others: about the program, or about which case is open. */
export type ProgramCall = Exclude<CallName, CaseCall>;

/** Whether a call is about the open case. */
export const isCaseCall = (name: CallName): name is CaseCall => calls[name].about === 'case';

/** What the preload script puts on `window.desktop`, and nothing else. `F` is the DOM's `File`. */
export interface DesktopBridge<F = unknown> {
  /**
   * Answers the JSON text of a {@link Reply} with the call's output, or the bytes that it gives. Electron copies objects into the page
   * field by field: a text of 5 MB with 10,000 highlights came three times as slowly that way. `session`:
   * the case that is meant; refused with `other-case` when that is not open any more.
   */
  call<N extends CallName>(
    name: N,
    input: CallInput<N>,
    session?: string,
  ): Promise<string | Uint8Array>;
  on<E extends EventName>(event: E, listener: (payload: Events[E]) => void): () => void;
  /** Imports dropped files; their paths are read in the preload script and never reach the page. */
  importDropped(files: F[], session?: string): Promise<Reply<string | null>>;
}

/** Errors cross as data: Electron would flatten a thrown error to its message. */
export type Reply<T> = { ok: true; value: T } | { ok: false; error: ErrorShape };
