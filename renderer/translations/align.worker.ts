import { alignParagraphs } from '#data/text/alignment/align-paragraphs.ts';
import type { AlignRequest } from './align-request.ts';

self.addEventListener('message', ({ data }: MessageEvent<AlignRequest>) => {
  self.postMessage(alignParagraphs(data.left, data.right, data.pairs));
});
