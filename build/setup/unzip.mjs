import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, readFile, rm, symlink } from 'node:fs/promises';
import { dirname, isAbsolute, join, normalize, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createInflateRaw } from 'node:zlib';

const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const LOCAL_HEADER = 30;
const SYMLINK = 0o120000;
const FILE_TYPE = 0o170000;

/**
 * Unpacks a ZIP archive into `folder`, keeping permission bits and symbolic links. `place(name)`
 * answers the path inside `folder` for each entry, or null to leave it out: a runtime is a tenth
 * of the fallback archive. No ZIP64; sizes and checksums are the caller's (the whole archive is
 * pinned by hash before it gets here). Exists because a bare Debian has no `unzip`.
 */
export async function unzip(archive, folder, place) {
  for (const entry of await readEntries(archive)) {
    const target = place(entry.name);
    if (target === null || entry.name.endsWith('/')) continue;
    await writeEntry(archive, entry, join(folder, safePath(target)));
  }
}

function safePath(name) {
  const path = normalize(name);
  if (isAbsolute(path) || path.split(sep).includes('..')) throw new Error(`unsafe name: ${name}`);
  return path;
}

async function readEntries(archive) {
  const file = await open(archive);
  try {
    const { size } = await file.stat();
    const tail = await readAt(file, Math.max(0, size - 65_557), Math.min(size, 65_557));
    const end = tail.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
    if (end < 0 || tail.readUInt32LE(end) !== END_SIGNATURE) throw new Error('not a ZIP archive');
    const directory = await readAt(file, tail.readUInt32LE(end + 16), tail.readUInt32LE(end + 12));
    const entries = parseDirectory(directory);
    for (const entry of entries) entry.start = await dataStart(file, entry.header);
    return entries;
  } finally {
    await file.close();
  }
}

function parseDirectory(directory) {
  const entries = [];
  for (let at = 0; at < directory.length;) {
    if (directory.readUInt32LE(at) !== ENTRY_SIGNATURE) throw new Error('damaged ZIP directory');
    const nameLength = directory.readUInt16LE(at + 28);
    entries.push({
      method: directory.readUInt16LE(at + 10),
      packed: directory.readUInt32LE(at + 20),
      mode: directory.readUInt32LE(at + 38) >>> 16,
      header: directory.readUInt32LE(at + 42),
      name: directory.toString('utf8', at + 46, at + 46 + nameLength),
    });
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return entries;
}

async function dataStart(file, header) {
  const local = await readAt(file, header, LOCAL_HEADER);
  return header + LOCAL_HEADER + local.readUInt16LE(26) + local.readUInt16LE(28);
}

async function readAt(file, position, length) {
  const buffer = Buffer.alloc(length);
  await file.read(buffer, 0, length, position);
  return buffer;
}

async function writeEntry(archive, entry, target) {
  await mkdir(dirname(target), { recursive: true });
  const mode = entry.mode & 0o777 || 0o644;
  const output = createWriteStream(target, { mode });
  if (entry.packed === 0) {
    await pipeline([], output);
    return;
  }
  const source = createReadStream(archive, {
    start: entry.start,
    end: entry.start + entry.packed - 1,
    highWaterMark: 1 << 20,
  });
  if (entry.method === 0) await pipeline(source, output);
  else if (entry.method === 8)
    await pipeline(source, createInflateRaw({ chunkSize: 1 << 18 }), output);
  else throw new Error(`${entry.name}: unknown ZIP method ${entry.method}`);
  if ((entry.mode & FILE_TYPE) === SYMLINK) await becomeSymlink(target);
}

async function becomeSymlink(target) {
  const destination = await readFile(target, 'utf8');
  await rm(target);
  await symlink(destination, target);
}
