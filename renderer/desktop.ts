import type {
  CallInput,
  CallName,
  CallOutput,
  DesktopBridge,
  EventName,
  Events,
  Reply,
} from '#data/api.ts';
import { AppError } from '#data/errors.ts';

declare global {
  interface Window {
    readonly desktop: DesktopBridge<File>;
  }
}

/** Calls the desktop; a refusal comes back as a thrown {@link AppError}. */
export async function desktop<N extends CallName>(
  name: N,
  input: CallInput<N>,
): Promise<CallOutput<N>> {
  const text = await window.desktop.call(name, input);
  const reply = JSON.parse(text) as Reply<CallOutput<N>>;
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

/** Imports files dropped on the window; answers with the job's id. */
export async function importDropped(files: File[]): Promise<string | null> {
  const reply = await window.desktop.importDropped(files);
  if (reply.ok) return reply.value;
  throw new AppError(reply.error.code, reply.error.message, reply.error.details);
}
