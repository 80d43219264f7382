/** Bytes of work between two looks at the clock: well below a millisecond. */
export const PIECE = 256 * 1024;

/** Bytes in pieces that are quick to hash, to seal or to copy. Nothing is copied here. */
export function* cut(bytes: Uint8Array, piece = PIECE): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece);
}
