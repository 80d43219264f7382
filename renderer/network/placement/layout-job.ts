import type { Positions } from '#data/layout/layout.ts';
import type { LayoutAnswer, LayoutRequest } from './layout-messages.ts';

/** A layout that is being computed. */
export interface LayoutJob {
  /** The positions; null when it was cancelled. Rejects when the worker fails. */
  done: Promise<Positions | null>;
  cancel(): void;
}

/** Computes a layout in a thread of its own, so that the window stays free. */
export function startLayout(request: LayoutRequest, onProgress: (part: number) => void): LayoutJob {
  const worker = new Worker(new URL('./layout.worker.ts', import.meta.url), { type: 'module' });
  let cancel = () => {};
  const done = new Promise<Positions | null>((resolve, reject) => {
    cancel = () => resolve(null);
    worker.addEventListener('message', ({ data }: MessageEvent<LayoutAnswer>) => {
      if ('progress' in data) onProgress(data.progress);
      else resolve(data.positions);
    });
    worker.addEventListener('error', (event) =>
      reject(new Error(event.message || 'layout failed')),
    );
  }).finally(() => worker.terminate());
  worker.postMessage(request);
  return { done, cancel: () => cancel() };
}
