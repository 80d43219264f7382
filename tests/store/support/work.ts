import { AppError } from '#data/errors.ts';
import type { Request } from '#data/operations/engine.ts';
import { LONGEST_BLOCK, type WorkingText } from '#data/text/working-text.ts';
import type { CaseStore, Committed } from '../../../electron/storage/case-store.ts';
import { stepOf, type Step } from './edits.ts';

/** Where the analyst's knowledge goes: a ledger, or the lines of a process that will be killed. */
export interface Notes {
  begin(key: number, request: Request): void;
  ack(key: number, committed: Committed): void;
  refuse(key: number): void;
}

/** Answers with which the store says that nothing of it will be kept. */
const refusals = new Set([
  'duplicate-id',
  'unknown-id',
  'nothing-to-undo',
  'nothing-to-redo',
  'in-use',
]);

/**
 * Does piece of work number `i` and notes what the store says, the acknowledgement after it was
 * given. Rejects with the fault when the disk fails.
 */
export async function work(store: CaseStore, i: number, notes: Notes): Promise<void> {
  const request = await requestOf(store, stepOf(i));
  notes.begin(i, request);
  try {
    notes.ack(i, await store.perform(request));
  } catch (error) {
    if (!(error instanceof AppError) || !refusals.has(error.code)) throw error;
    notes.refuse(i);
  }
}

async function requestOf(store: CaseStore, step: Step): Promise<Request> {
  if ('request' in step) return step.request;
  return importRequest(store, step.document, step.words);
}

/** Stores the bytes and the text of a document and gives the operation that takes it into the case. */
export async function importRequest(store: CaseStore, id: string, words: string): Promise<Request> {
  const source = await store.blobs.putSource(Buffer.from(words));
  const text = await store.blobs.putText(textOf(words));
  const custody = {
    ...source,
    mediaType: 'text/plain',
    origin: `${id}.txt`,
    collectedAt: '2026-01-05T10:00:00.000Z',
    collector: 'Test',
    method: 'Made by a test',
  };
  return { op: 'document.add', input: { id, title: `Document ${id}`, source: custody, text } };
}

function textOf(words: string): WorkingText {
  const blocks: WorkingText['blocks'] = [];
  for (let start = 0; start < words.length; start += LONGEST_BLOCK) {
    const end = Math.min(words.length, start + LONGEST_BLOCK);
    blocks.push({ start, end, kind: start === 0 ? 'paragraph' : 'continuation' });
  }
  return { text: words, blocks };
}
