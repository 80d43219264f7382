import { asAppError, type AppError } from '#data/errors.ts';
import { perform, performSteps, type Outcome, type Request } from '#data/operations/engine.ts';
import type { EnginePorts } from '#data/operations/operation.ts';
import type { Clock } from '#data/ports.ts';
import type { CaseState } from '#data/state/case-state.ts';
import { OverlayView } from '#data/state/overlay-view.ts';
import type { Codec } from '#data/storage/codec.ts';
import type { Head } from '#data/storage/format.ts';
import { JournalLines } from './journal-lines.ts';
import type { JournalReader } from './journal-reader.ts';
import { TimeSlice } from '../disk/time-slice.ts';

/** An operation on its way to the disk: what it does, and how many bytes it has in the journal. */
export interface Prepared {
  outcome: Outcome;
  head: Head;
  bytes: number;
}

/** On which case, by whom and with which ports operations are prepared. */
export interface Preparing {
  state: CaseState;
  ports: EnginePorts;
  author: string;
  /** Where the lines of a group go. */
  lines: JournalLines;
}

/** What operations of `author` on a case are prepared with. */
export function preparingFor(
  { codec, reader }: { codec: Codec; reader: JournalReader },
  state: CaseState,
  author: string,
  clock: Clock,
): Preparing {
  const changesOf = (n: number) => reader.record(n).changes;
  return { state, author, lines: new JournalLines(codec), ports: { ...clock, author, changesOf } };
}

/** Somebody who waits for an operation. */
export interface Waiting {
  request: Request;
  reject(error: AppError): void;
}

/** Most operations, and most bytes of their lines, that one fsync carries. */
const MOST = 256;
const HEAVY = 1024 * 1024;

/**
 * Takes as many waiting requests as one write should carry and prepares each on the case as those
 * before it leave it. Refused ones are told at once and take no number. Undo and redo look at the
 * history, which knows only what is durable: they travel alone.
 */
export function prepareGroup<W extends Waiting>(
  waiting: W[],
  head: Head,
  preparing: Preparing,
): { waiter: W; prepared: Prepared }[] {
  let overlay: OverlayView | undefined; // most operations travel alone and need none
  const group: { waiter: W; prepared: Prepared }[] = [];
  const { lines } = preparing;
  let last = head;
  lines.clear();
  while (group.length < MOST && lines.size < HEAVY) {
    const waiter = waiting[0];
    if (!waiter || (group.length > 0 && travelsAlone(waiter.request))) break;
    waiting.shift();
    try {
      const prepared = prepare(overlay ?? preparing.state, waiter.request, last, preparing);
      group.push({ waiter, prepared }); // at once: its line is among those to be written
      last = prepared.head;
      if (waiting.length > 0) {
        overlay ??= new OverlayView(preparing.state);
        overlay.add(prepared.outcome.changes);
      }
      if (travelsAlone(waiter.request)) break;
    } catch (thrown) {
      waiter.reject(asAppError(thrown));
    }
  }
  return group;
}

const travelsAlone = (request: Request): boolean =>
  request.op === 'undo' || request.op === 'redo' || isLong(request);

/** Operations of a batch that are prepared in one go: a few milliseconds. */
const FEW = 64;

/** Whether preparing a request would hold everybody up: it is done in slices then, and travels alone. */
export function isLong({ op, input }: Request): boolean {
  if (op !== 'batch' || typeof input !== 'object' || input === null) return false;
  return 'operations' in input && Array.isArray(input.operations) && input.operations.length > FEW;
}

/**
 * Prepares the first waiting request, a long one, in slices. The case stands still meanwhile: changes
 * come by one road only, and wait for this one.
 */
export async function prepareLong<W extends Waiting>(
  waiting: W[],
  head: Head,
  preparing: Preparing,
): Promise<{ waiter: W; prepared: Prepared }[]> {
  const waiter = waiting.shift();
  if (!waiter) return [];
  preparing.lines.clear();
  const slice = new TimeSlice();
  try {
    const steps = performSteps(preparing.state, waiter.request, preparing.ports);
    let step = steps.next();
    while (!step.done) {
      if (slice.over) await slice.pause();
      step = steps.next();
    }
    await slice.pause();
    return [{ waiter, prepared: recorded(step.value, head, preparing) }];
  } catch (thrown) {
    waiter.reject(asAppError(thrown));
    return [];
  }
}

function prepare(
  view: Parameters<typeof perform>[0],
  request: Request,
  head: Head,
  preparing: Preparing,
): Prepared {
  return recorded(perform(view, request, preparing.ports), head, preparing);
}

/** Gives an outcome its number and its line in the journal. */
function recorded(outcome: Outcome, head: Head, { ports, author: by, lines }: Preparing): Prepared {
  const { id, op, words, undoes, redoes, input, changes } = outcome;
  const n = head.n + 1;
  const at = ports.now();
  const prev = head.hash;
  const before = lines.size;
  const hash = lines.add({ n, id, at, by, op, words, undoes, redoes, input, changes, prev });
  return { outcome, head: { n, at, hash }, bytes: lines.size - before };
}
