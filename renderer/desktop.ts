import type {
  CallInput,
  CallName,
  CaseCall,
  CallOutput,
  DesktopBridge,
  ProgramCall,
  Reply,
} from '#data/api/api.ts';
import type { EventName, Events } from '#data/api/events.ts';
import { AppError } from '#data/errors.ts';

declare global {
  interface Window {
    readonly desktop: DesktopBridge<File>;
  }
}

/**
 * Calls the desktop about the program, or about which case is open; a refusal comes back as a thrown
 * {@link AppError}. What is about the open case goes through its model.
 */
export function desktop<N extends ProgramCall>(
  name: N,
  input: CallInput<N>,
): Promise<CallOutput<N>> {
  return answerOf(name, window.desktop.call(name, input));
}

/** Calls the desktop about one opening of a case; refused with `other-case` when that is over. */
export function desktopAbout<N extends CaseCall>(
  session: string,
  name: N,
  input: CallInput<N>,
): Promise<CallOutput<N>> {
  return answerOf(name, window.desktop.call(name, input, session));
}

async function answerOf<N extends CallName>(
  _name: N,
  answer: Promise<string | Uint8Array>,
): Promise<CallOutput<N>> {
  const told = await answer;
  if (told instanceof Uint8Array) return told as CallOutput<N>;
  const reply = JSON.parse(told) as Reply<CallOutput<N>>;
  if (reply.ok) return reply.value;
  throw new AppError(reply.error.code, reply.error.message, reply.error.details);
}

/** Listens to what the desktop tells unasked; returns how to stop. */
export function onDesktop<E extends EventName>(
  event: E,
  listener: (payload: Events[E]) => void,
): () => void {
  return window.desktop.on(event, listener);
}

/** Imports files dropped on the window into one opening of a case; answers with the job's id. */
export async function importDropped(files: File[], session: string): Promise<string | null> {
  const reply = await window.desktop.importDropped(files, session);
  if (reply.ok) return reply.value;
  throw new AppError(reply.error.code, reply.error.message, reply.error.details);
}
