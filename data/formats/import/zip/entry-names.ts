import { latin1 } from '../bytes.ts';

/** Bytes of the record that ends a ZIP, and how far from the end of the file a comment may push it. */
const END_SIZE = 22;
const FARTHEST = END_SIZE + 65_535;
/** Bytes of a record of the directory before the name. */
const RECORD = 46;
/** Names that are looked at: those that tell a kind of file stand among the first. */
const MOST = 20_000;

/**
 * Names in the directory of a ZIP as Latin-1, to tell of which kind it is before it is opened: nothing is
 * unpacked and nothing is believed. Empty when there is no directory where one should be.
 */
export function entryNames(bytes: Uint8Array): Set<string> {
  const names = new Set<string>();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const end = endRecord(view);
  if (end === undefined) return names;
  let at = view.getUint32(end + 16, true);
  while (names.size < MOST && at + RECORD <= end && view.getUint32(at, true) === 0x02014b50) {
    const [name = 0, extra = 0, comment = 0] = [28, 30, 32].map((field) =>
      view.getUint16(at + field, true),
    );
    names.add(latin1(bytes.subarray(at + RECORD, at + RECORD + name)));
    at += RECORD + name + extra + comment;
  }
  return names;
}

/** Where the record that ends a ZIP begins. */
function endRecord(view: DataView): number | undefined {
  const last = view.byteLength - END_SIZE;
  for (let at = last; at >= Math.max(0, view.byteLength - FARTHEST); at--) {
    if (view.getUint32(at, true) === 0x06054b50) return at;
  }
  return undefined;
}
