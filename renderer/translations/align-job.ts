import { alignParagraphs, type AlignedRow } from '#data/text/alignment/align-paragraphs.ts';
import type { AlignRequest } from './align-request.ts';

/** Paragraphs of both texts from which the window would be seen to stand still: some 50 ms. */
const LONG = 600;

/** The rows of two texts; those of long ones are found in a thread of their own. Rejects when that fails. */
export async function alignedRows(request: AlignRequest): Promise<AlignedRow[]> {
  const { left, right, pairs } = request;
  if (left.paragraphs.length + right.paragraphs.length < LONG) {
    return alignParagraphs(left, right, pairs);
  }
  const worker = new Worker(new URL('./align.worker.ts', import.meta.url), { type: 'module' });
  try {
    return await new Promise<AlignedRow[]>((resolve, reject) => {
      worker.addEventListener('message', ({ data }: MessageEvent<AlignedRow[]>) => resolve(data));
      worker.addEventListener('error', ({ message }) => reject(new Error(message)));
      worker.postMessage(request);
    });
  } finally {
    worker.terminate();
  }
}
