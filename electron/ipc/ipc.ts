import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron';
import { z } from 'zod';
import {
  calls,
  isCaseCall,
  type CallInput,
  type CallName,
  type CallOutput,
  type Reply,
} from '#data/api/api.ts';
import { type EventName, type Events } from '#data/api/events.ts';
import { AppError, asAppError } from '#data/errors.ts';
import { checked } from '#data/operations/edit.ts';
import { say } from '#data/words/say.ts';
import { channels } from './channels.ts';
import type { Log } from '../log.ts';
import { SerializedSnapshot } from './serialized-snapshot.ts';
import { APP_ORIGIN } from '../security/protocol.ts';
import { checkSession } from './session-check.ts';

/** One function per call of the contract; leaving one out does not compile. */
export type Handlers = {
  readonly [N in CallName]: (
    input: CallInput<N>,
  ) => Promise<CallOutput<N> | SerializedSnapshot> | CallOutput<N>;
};

/** Imports files and folders by their paths; answers the job's id, or null when there are none. */
export type ImportPaths = (paths: string[]) => string | null;

/** Tells the window something unasked. */
export type Send = <E extends EventName>(event: E, payload: Events[E]) => void;

/** What the check of a caller looks at; a real event has more. */
export type Caller = Pick<IpcMainInvokeEvent, 'sender' | 'senderFrame'>;

const Paths = z.array(z.string().min(1).max(10_000)).max(10_000);

/** What answers the window. */
export interface Answering {
  /** The contents of our one window. */
  ours: () => WebContents | undefined;
  /** Something was asked; called every time. */
  heard: () => void;
  /** The session of the case that is open, if one is. */
  session: () => string | undefined;
  handlers: Handlers;
  importPaths: ImportPaths;
  log: Log;
}

/** Answers the calls of our one window. Errors come back as data. */
export function answerCalls({ ours, heard, session, handlers, importPaths, log }: Answering): void {
  ipcMain.handle(channels.call, async (event, name: unknown, input: unknown, meant: unknown) => {
    const answer = await reply(log, () => {
      checkCaller(event, ours());
      heard();
      return dispatch(handlers, name, input, () => checkSession(meant, session()));
    });
    return wireOf(answer);
  });
  ipcMain.handle(channels.dropped, (event, paths: unknown, meant: unknown) =>
    reply(log, () => {
      checkCaller(event, ours());
      checkSession(meant, session());
      return importPaths(checked(Paths, paths, 'importDropped'));
    }),
  );
}

/** What crosses: bytes as they are, everything else as the text of its JSON. */
function wireOf(answer: Reply<unknown>): string | Uint8Array {
  if (answer.ok && answer.value instanceof Uint8Array) return answer.value;
  if (!answer.ok || !(answer.value instanceof SerializedSnapshot)) return JSON.stringify(answer);
  return `{"ok":true,"value":${answer.value.json}}`;
}

/** Sends events to the window, if it is there. */
export function sender(ours: () => WebContents | undefined): Send {
  return (event, payload) => {
    const contents = ours();
    if (contents && !contents.isDestroyed()) contents.send(channels.event, event, payload);
  };
}

/** Refuses (`forbidden`) every caller but the main frame of our own page in our own window. */
export function checkCaller(caller: Caller, ours: WebContents | undefined): void {
  const { sender: contents, senderFrame: frame } = caller;
  const isOurs =
    frame !== null &&
    contents === ours &&
    frame === contents.mainFrame &&
    frame.origin === APP_ORIGIN;
  if (isOurs) return;
  throw new AppError('forbidden', say('desktop.foreignPage'));
}

/**
 * Finds the call, checks its input and runs it; `checkCase` is asked before a call that is about the open
 * case. Throws `forbidden`, `invalid-input`, and what `checkCase` throws.
 */
export function dispatch(
  handlers: Handlers,
  name: unknown,
  input: unknown,
  checkCase: () => void = () => undefined,
): unknown {
  if (typeof name !== 'string' || !Object.hasOwn(calls, name)) {
    throw new AppError('forbidden', say('desktop.noSuchCall'));
  }
  const known = name as CallName;
  if (isCaseCall(known)) checkCase();
  const handler = handlers[known] as (input: unknown) => unknown;
  return handler(checked<unknown>(calls[known].input, input, name));
}

/** Runs work and turns its end into data; what is not an {@link AppError} goes to the log too. */
export async function reply<T>(log: Log, work: () => T | Promise<T>): Promise<Reply<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (thrown) {
    const error = asAppError(thrown);
    if (error.code === 'internal') log.error('call', thrown);
    return { ok: false, error: error.toJSON() };
  }
}
