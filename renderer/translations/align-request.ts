import type { AlignedPair } from '#data/model/document-link.ts';
import type { AlignedText } from '#data/text/alignment/sides.ts';

/** What is to be aligned, as it goes to the worker. */
export interface AlignRequest {
  left: AlignedText;
  right: AlignedText;
  pairs: readonly AlignedPair[];
}
