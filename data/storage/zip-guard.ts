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
 * Why nothing of a ZIP may be unpacked, in words that follow its name; undefined when all may. Looks at
 * what the ZIP says of itself, which is all that can be looked at before anything is unpacked: entries
 * that share bytes, links, names that occur twice, sizes. `where`: the size of the file, and where its
 * directory begins.
 */
export function zipFault(
  entries: readonly ZipEntry[],
  where: { size: number; directoryAt: number },
  { entry: largest, total: most, free, ratio }: ZipLimits,
): string | undefined {
  const strange = entries.find((one) => isStrange(one, largest));
  if (strange) return say('files.strange', { name: strange.name.slice(0, 80) });
  const twice = firstTwice(entries.map(({ name }) => name.normalize('NFC').toLowerCase()));
  if (twice !== undefined) return say('files.twice', { name: twice.slice(0, 80) });
  if (overlaps(entries, where.directoryAt)) return say('files.shared');
  const total = entries.reduce((sum, { size }) => sum + size, 0);
  if (total > most) return say('files.tooLarge', { size: inMegabytes(total) });
  if (total <= free || total <= ratio * where.size) return undefined;
  return say('files.tooPacked', { size: inMegabytes(total), ratio });
}

function isStrange({ mode, method, isEncrypted, size }: ZipEntry, largest: number): boolean {
  const isLink = mode !== 0 && (mode & S_IFMT) !== S_IFREG && (mode & S_IFMT) !== 0;
  return isLink || isEncrypted || (method !== 0 && method !== 8) || size > largest;
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
