import { say } from '../words/say.ts';

/** An entry of a ZIP as its directory and its own header tell. Sizes and places are in bytes. */
export interface ZipEntry {
  name: string;
  /** Where its own header begins, and where its packed bytes begin. */
  headerAt: number;
  dataAt: number;
  packed: number;
  /** Size as it is said to be when unpacked. */
  size: number;
  /** 0: stored, 8: deflated. */
  method: number;
  isEncrypted: boolean;
  /** Upper half of the external attributes: the mode of a Unix file, or 0. */
  mode: number;
}

/** Why nothing of a ZIP may be unpacked. */
export interface ZipFault {
  /**
   * A link or another thing that is no file; a file behind a password; one that is packed in a way that is not
   * known; one that is too large; two of one name; files that share bytes; too much altogether, or against the
   * size of the ZIP.
   */
  what: 'link' | 'sealed' | 'packing' | 'entry' | 'twice' | 'shared' | 'total' | 'ratio';
  /** The file that it is about. */
  name: string;
  /** Megabytes that it would take. */
  size: number;
  ratio: number;
}

/** What a ZIP may cost. */
export interface ZipLimits {
  /** Largest entry, and all together, in bytes as they are unpacked. */
  entry: number;
  total: number;
  /** Above so many bytes altogether, at most so many times the size of the file. */
  free: number;
  ratio: number;
}

const S_IFMT = 0o170000;
const S_IFREG = 0o100000;

/**
 * Why nothing of a ZIP may be unpacked; undefined when all may. Looks at
 * what the ZIP says of itself, which is all that can be looked at before anything is unpacked: entries
 * that share bytes, links, names that occur twice, sizes. `where`: the size of the file, and where its
 * directory begins.
 */
export function zipFault(
  entries: readonly ZipEntry[],
  where: { size: number; directoryAt: number },
  { entry: largest, total: most, free, ratio }: ZipLimits,
): ZipFault | undefined {
  const fault = (what: ZipFault['what'], name = '', size = 0): ZipFault => ({
    ...{ what, ratio },
    name: name.slice(0, 80),
    size: inMegabytes(size),
  });
  for (const one of entries) {
    const what = strangeness(one, largest);
    if (what) return fault(what, one.name, one.size);
  }
  const twice = firstTwice(entries.map(({ name }) => name.normalize('NFC').toLowerCase()));
  if (twice !== undefined) return fault('twice', twice);
  if (overlaps(entries, where.directoryAt)) return fault('shared');
  const total = entries.reduce((sum, { size }) => sum + size, 0);
  if (total > most) return fault('total', '', total);
  if (total <= free || total <= ratio * where.size) return undefined;
  return fault('ratio', '', total);
}

/** A fault of a packed case, in words that follow its name. */
export function faultOfCase({ what, name, size, ratio }: ZipFault): string {
  if (what === 'twice') return say('files.twice', { name });
  if (what === 'shared') return say('files.shared');
  if (what === 'total') return say('files.tooLarge', { size });
  if (what === 'ratio') return say('files.tooPacked', { size, ratio });
  return say('files.strange', { name });
}

function strangeness(
  { mode, method, isEncrypted, size }: ZipEntry,
  largest: number,
): ZipFault['what'] | undefined {
  if (mode !== 0 && (mode & S_IFMT) !== S_IFREG && (mode & S_IFMT) !== 0) return 'link';
  if (isEncrypted) return 'sealed';
  if (method !== 0 && method !== 8) return 'packing';
  return size > largest ? 'entry' : undefined;
}

function firstTwice(names: readonly string[]): string | undefined {
  const seen = new Set<string>();
  return names.find((name) => seen.size === seen.add(name).size);
}

/** Each file has its bytes for itself, before the next one and before the directory. */
function overlaps(entries: readonly ZipEntry[], directoryAt: number): boolean {
  const sorted = [...entries].sort((one, other) => one.headerAt - other.headerAt);
  return sorted.some(({ dataAt, packed }, index) => {
    const end = sorted[index + 1]?.headerAt ?? directoryAt;
    return dataAt + packed > end;
  });
}

const inMegabytes = (bytes: number): number => Math.ceil(bytes / 1_000_000);
