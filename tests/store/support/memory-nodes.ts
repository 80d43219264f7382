/** A write that the disk has taken but not yet been asked to keep. */
export interface Pending {
  position: number;
  bytes: Uint8Array;
}

/** A file: what reading gives now, and what a power cut would leave at least. Buffers are never altered. */
export class FileNode {
  data: Buffer = Buffer.alloc(0);
  durable: Buffer = Buffer.alloc(0);
  /** Writes since the last sync; a truncation is a write of no bytes at its size. */
  pending: Pending[] = [];

  static of(bytes: Uint8Array): FileNode {
    const node = new FileNode();
    node.data = Buffer.from(bytes);
    node.durable = node.data;
    return node;
  }

  write(bytes: Uint8Array, position: number): void {
    this.data = written(this.data, bytes, position);
    this.pending.push({ position, bytes: Uint8Array.from(bytes) });
  }

  truncate(size: number): void {
    this.data = resized(this.data, size);
    this.pending.push({ position: size, bytes: new Uint8Array() });
  }

  sync(): void {
    this.durable = this.data;
    this.pending = [];
  }

  /** What Linux does after a failed fsync: dirty pages are forgotten, and the next sync succeeds. */
  forget(): void {
    this.data = this.durable;
    this.pending = [];
  }
}

/** A folder: names as they are now, and as they were at its last sync. */
export class FolderNode {
  names = new Map<string, FileNode | FolderNode>();
  durable = new Map<string, FileNode | FolderNode>();

  sync(): void {
    this.durable = new Map(this.names);
  }
}

export type DiskNode = FileNode | FolderNode;

/** A copy with bytes written into it; a gap is filled with zeros. */
export function written(data: Buffer, bytes: Uint8Array, position: number): Buffer {
  const result = Buffer.alloc(Math.max(data.length, position + bytes.length));
  data.copy(result);
  result.set(bytes, position);
  return result;
}

/** A copy of another length. */
export function resized(data: Buffer, size: number): Buffer {
  const result = Buffer.alloc(size);
  data.copy(result, 0, 0, Math.min(size, data.length));
  return result;
}
