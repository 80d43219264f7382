import type { Codec } from '#data/storage/codec.ts';
import { bodyOf, tailOf, type JournalRecord } from '#data/storage/journal-record.ts';
import { sha256 } from '../disk/hash.ts';

/** Bytes of memory to begin with, and the most that are kept for the next lines. */
const MEMORY = 64 * 1024;
const KEPT = 1024 * 1024;
/** Bytes that a code unit has at most in UTF-8, and those of a tail and a line end. */
const WIDEST = 3;
const TAIL = 128;
const LINE_END = 10;

/**
 * Lines of the journal on their way to the disk, one behind the other in memory that is used again:
 * each text becomes bytes once, for its hash and for the disk alike.
 */
export class JournalLines {
  readonly #codec: Codec;
  #memory = Buffer.allocUnsafeSlow(MEMORY);
  #used = 0;

  constructor(codec: Codec) {
    this.#codec = codec;
  }

  /** All lines with their ends; good until {@link clear}. */
  get bytes(): Uint8Array {
    return this.#memory.subarray(0, this.#used);
  }

  /** Bytes of all lines. */
  get size(): number {
    return this.#used;
  }

  /** Begins anew: what was taken as {@link bytes} is overwritten. */
  clear(): void {
    this.#used = 0;
    if (this.#memory.length > KEPT) this.#memory = Buffer.allocUnsafeSlow(MEMORY);
  }

  /** Adds the line of a record, as the codec has it, and returns the record's hash. */
  add(record: JournalRecord): string {
    const body = bodyOf(record);
    const begin = this.#used;
    this.#makeRoom(body.length * WIDEST + TAIL);
    const covered = begin + this.#memory.write(body, begin);
    const hash = sha256(this.#memory.subarray(begin, covered));
    const end = covered + this.#memory.write(tailOf(hash), covered, 'latin1');
    this.#used = this.#sealed(record.n, begin, end);
    this.#memory[this.#used++] = LINE_END;
    return hash;
  }

  /** Puts the sealed line in place of the open one, if it is another, and returns where it ends. */
  #sealed(n: number, begin: number, end: number): number {
    const open = this.#memory.subarray(begin, end);
    const line = this.#codec.sealLine(n, open);
    if (line === open) return end;
    this.#makeRoom(line.length + 1);
    this.#memory.set(line, begin);
    return begin + line.length;
  }

  /** Room for so many bytes behind the lines that are there. */
  #makeRoom(bytes: number): void {
    const needed = this.#used + bytes;
    if (needed <= this.#memory.length) return;
    const memory = Buffer.allocUnsafeSlow(Math.max(needed, 2 * this.#memory.length));
    this.#memory.copy(memory, 0, 0, this.#used);
    this.#memory = memory;
  }
}
