/**
 * Why a picture cannot be drawn whole: it ends too early, its bytes are not those that were written, or they are
 * packed in a way that is not known here.
 */
export type FaultKind = 'cut' | 'damaged' | 'packing';

/** A picture cannot be drawn whole. `page`: from 1, in a file that has several. */
export class PictureFault extends Error {
  readonly kind: FaultKind;
  readonly page: number | undefined;

  constructor(kind: FaultKind, page?: number) {
    super(kind);
    this.kind = kind;
    this.page = page;
  }
}
