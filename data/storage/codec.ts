/**
 * How bytes of a case are kept. The place for encryption: everything the store writes passes
 * through here, the plain form on one side, the form on disk on the other.
 */
export interface Codec {
  readonly encrypted: boolean;
  /**
   * A journal line (UTF-8, without line end) as it is written: the given bytes where nothing is sealed.
   * It must start with `{"n":<number>,`.
   */
  sealLine(n: number, line: Uint8Array): Uint8Array;
  openLine(line: string): string;
  /** A whole file; `name` is its path on disk within the case, which the sealed form is bound to. */
  sealFile(name: string, bytes: Uint8Array): Uint8Array;
  /** The same in pieces, each a fraction of a millisecond's work; `bytes` must not change until the last. */
  sealPieces(name: string, bytes: Uint8Array): Iterable<Uint8Array>;
  openFile(name: string, bytes: Uint8Array): Uint8Array;
  /** The same in pieces. Whether they are to be believed is certain when the last one was taken. */
  openPieces(name: string, bytes: Uint8Array): Iterable<Uint8Array>;
  /** The name on disk of a file whose name tells something of its content (an id, a hash). */
  fileName(name: string): string;
}

/** A case that is not encrypted: what is written is what is meant, readable by a person. */
export const plainCodec: Codec = {
  encrypted: false,
  sealLine: (_n, line) => line,
  openLine: (line) => line,
  sealFile: (_name, bytes) => bytes,
  sealPieces: (_name, bytes) => [bytes],
  openFile: (_name, bytes) => bytes,
  openPieces: (_name, bytes) => [bytes],
  fileName: (name) => name,
};
