/** Bytes at the end of an archive in which its directory is looked for. */
const TAIL = 66_000;
/** Files that are looked at: office files have the telling ones in front. */
const MOST = 500;

/**
 * Names in the directory of a ZIP, to tell what kind of file it is; nothing is trusted and nothing unpacked.
 * Empty where there is no directory.
 */
export function zipNames(bytes: Uint8Array): string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const least = Math.max(0, bytes.length - TAIL);
  for (let at = bytes.length - 22; at >= least; at--) {
    if (view.getUint32(at, true) === 0x06054b50) return listed(view, view.getUint32(at + 16, true));
  }
  return [];
}

function listed(view: DataView, start: number): string[] {
  const names: string[] = [];
  let at = start;
  while (names.length < MOST && at + 46 <= view.byteLength) {
    if (view.getUint32(at, true) !== 0x02014b50) break;
    const length = view.getUint16(at + 28, true);
    if (at + 46 + length > view.byteLength) break;
    const name = new Uint8Array(view.buffer, view.byteOffset + at + 46, length);
    names.push(String.fromCharCode(...name.subarray(0, 1000)));
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return names;
}
