import { asAppError, type AppError } from '#data/errors.ts';
import { perform, type Outcome, type Request } from '#data/operations/engine.ts';
import type { EnginePorts } from '#data/operations/operation.ts';
import type { CaseState } from '#data/state/case-state.ts';
import { OverlayView } from '#data/state/overlay-view.ts';
import type { Codec } from '#data/storage/codec.ts';
import type { Head } from '#data/storage/format.ts';
import { bodyOf, lineOf } from '#data/storage/journal-record.ts';
import { sha256 } from './hash.ts';

/** An operation on its way to the disk: what it does, and its line of the journal. */
export interface Prepared {
  outcome: Outcome;
  head: Head;
  line: string;
}

/** On which case, by whom and with which ports operations are prepared. */
export interface Preparing {
  state: CaseState;
  ports: EnginePorts;
  author: string;
  codec: Codec;
}

/** Somebody who waits for an operation. */
export interface Waiting {
  request: Request;
  reject(error: AppError): void;
}

/** Most operations, and most code units of their lines, that one fsync carries. */
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
  let last = head;
  let weight = 0;
  while (group.length < MOST && weight < HEAVY) {
    const waiter = waiting[0];
    if (!waiter || (group.length > 0 && travelsAlone(waiter.request))) break;
    waiting.shift();
    try {
      const prepared = prepare(overlay ?? preparing.state, waiter.request, last, preparing);
      if (waiting.length > 0) {
        overlay ??= new OverlayView(preparing.state);
        overlay.add(prepared.outcome.changes);
      }
      group.push({ waiter, prepared });
      last = prepared.head;
      weight += prepared.line.length;
      if (travelsAlone(waiter.request)) break;
    } catch (thrown) {
      waiter.reject(asAppError(thrown));
    }
  }
  return group;
}

const travelsAlone = ({ op }: Request): boolean => op === 'undo' || op === 'redo';

function prepare(
  view: Parameters<typeof perform>[0],
  request: Request,
  head: Head,
  { ports, author: by, codec }: Preparing,
): Prepared {
  const outcome = perform(view, request, ports);
  const { id, op, label, undoes, redoes, input, changes } = outcome;
  const n = head.n + 1;
  const at = ports.now();
  const travel = { ...(undoes && { undoes }), ...(redoes !== undefined && { redoes }) };
  const body = bodyOf({ n, id, at, by, op, label, ...travel, input, changes, prev: head.hash });
  const hash = sha256(body);
  return { outcome, head: { n, at, hash }, line: codec.sealLine(n, lineOf(body, hash)) };
}
