/** What a ZIP file says of one of its files. All lengths in bytes. */
export interface ZipEntry {
  /** ASCII. */
  name: string;
  crc32: number;
  size: number;
  packed: number;
  /** Where its local header begins. */
  offset: number;
}

/** Date and time as ZIP has them: two numbers of 16 bits. */
export interface ZipTime {
  date: number;
  time: number;
}

/** Numbers that do not fit into the fields of the first ZIP are told in those of ZIP64. */
const FULL_32 = 0xffff_ffff;
const FULL_16 = 0xffff;
/** ZIP 4.5, which has ZIP64; made on Unix, where the attributes mean permissions. */
const VERSION = 45;
const MADE_BY = (3 << 8) | VERSION;
/** Names are UTF-8, content is deflated. */
const FLAGS = 0x0800;
const DEFLATED = 8;
/** A plain file, `rw-r--r--`. */
const ATTRIBUTES = (0o100644 << 16) >>> 0;

/** A point in time in the local time of this machine, as ZIP wants it, to two seconds. */
export function zipTime(at: Date): ZipTime {
  const year = Math.max(1980, at.getFullYear());
  return {
    date: ((year - 1980) << 9) | ((at.getMonth() + 1) << 5) | at.getDate(),
    time: (at.getHours() << 11) | (at.getMinutes() << 5) | (at.getSeconds() >> 1),
  };
}

/** What stands before the content of a file. Throws where it has 4 GB or more, packed or not. */
export function localHeader(entry: ZipEntry, at: ZipTime): Buffer {
  const name = Buffer.from(entry.name);
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(VERSION, 4);
  writeCommon(header, 6, entry, at, name);
  return Buffer.concat([header, name]);
}

/** The entry in the directory at the end of the file. */
export function directoryEntry(entry: ZipEntry, at: ZipTime): Buffer {
  const name = Buffer.from(entry.name);
  const header = Buffer.alloc(46);
  const isFar = entry.offset >= FULL_32;
  const extra = isFar ? farOffset(entry.offset) : Buffer.alloc(0);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE(MADE_BY, 4);
  header.writeUInt16LE(VERSION, 6);
  writeCommon(header, 8, entry, at, name);
  header.writeUInt16LE(extra.length, 30);
  header.writeUInt32LE(ATTRIBUTES, 38);
  header.writeUInt32LE(isFar ? FULL_32 : entry.offset, 42);
  return Buffer.concat([header, name, extra]);
}

/** What ends the file: how many entries there are, and where their directory stands. */
export function endOfDirectory(entries: number, offset: number, size: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Math.min(entries, FULL_16), 8);
  end.writeUInt16LE(Math.min(entries, FULL_16), 10);
  end.writeUInt32LE(Math.min(size, FULL_32), 12);
  end.writeUInt32LE(Math.min(offset, FULL_32), 16);
  const fits = entries < FULL_16 && size < FULL_32 && offset < FULL_32;
  return fits ? end : Buffer.concat([endOf64(entries, offset, size), end]);
}

/** Fields that both headers have, in the same order. */
function writeCommon(
  header: Buffer,
  from: number,
  { crc32, size, packed }: ZipEntry,
  { date, time }: ZipTime,
  name: Buffer,
): void {
  header.writeUInt16LE(FLAGS, from);
  header.writeUInt16LE(DEFLATED, from + 2);
  header.writeUInt16LE(time, from + 4);
  header.writeUInt16LE(date, from + 6);
  header.writeUInt32LE(crc32, from + 8);
  header.writeUInt32LE(packed, from + 12);
  header.writeUInt32LE(size, from + 16);
  header.writeUInt16LE(name.length, from + 20);
}

/** Extra field of ZIP64 for an offset of 4 GB or more. */
function farOffset(offset: number): Buffer {
  const extra = Buffer.alloc(12);
  extra.writeUInt16LE(1, 0);
  extra.writeUInt16LE(8, 2);
  extra.writeBigUInt64LE(BigInt(offset), 4);
  return extra;
}

/** The end in the form of ZIP64, and the pointer to it. */
function endOf64(entries: number, offset: number, size: number): Buffer {
  const end = Buffer.alloc(76);
  end.writeUInt32LE(0x06064b50, 0);
  end.writeBigUInt64LE(44n, 4);
  end.writeUInt16LE(MADE_BY, 12);
  end.writeUInt16LE(VERSION, 14);
  end.writeBigUInt64LE(BigInt(entries), 24);
  end.writeBigUInt64LE(BigInt(entries), 32);
  end.writeBigUInt64LE(BigInt(size), 40);
  end.writeBigUInt64LE(BigInt(offset), 48);
  end.writeUInt32LE(0x07064b50, 56);
  end.writeBigUInt64LE(BigInt(offset + size), 64);
  end.writeUInt32LE(1, 72);
  return end;
}
