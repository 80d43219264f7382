import { pngParts, viewOf } from '#data/formats/import/pictures/parts.ts';
import { needInflated } from './inflated.ts';

/** Numbers of each point, by the kind of colour that the head of a PNG says. */
const SAMPLES: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
/** First column and row of a picture, and their steps; one that is woven (Adam7) is seven of them. */
const WHOLE = [[0, 0, 1, 1]] as const;
const WOVEN = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

/** Throws `PictureFault` when a PNG whose parts are good unpacks to fewer points than it says that it has. */
export function needPoints(bytes: Uint8Array): Promise<void> {
  return needInflated(packedIn(bytes), unpackedLength(bytes), 'cut');
}

function* packedIn(bytes: Uint8Array): Generator<Uint8Array, void, undefined> {
  for (const { name, start, end } of pngParts(bytes)) {
    if (name === 'IDAT') yield bytes.subarray(start, end);
  }
}

/** Bytes of its rows, each with one in front that says how it is to be read. */
function unpackedLength(bytes: Uint8Array): number {
  const view = viewOf(bytes);
  const [width, height] = [view.getUint32(16), view.getUint32(20)];
  const bits = view.getUint8(24) * (SAMPLES[view.getUint8(25)] ?? 1);
  const isWoven = view.getUint8(28) === 1;
  let length = 0;
  for (const [left, top, across, down] of isWoven ? WOVEN : WHOLE) {
    const columns = Math.ceil((width - left) / across);
    const rows = Math.ceil((height - top) / down);
    if (columns > 0 && rows > 0) length += rows * (1 + Math.ceil((columns * bits) / 8));
  }
  return length;
}
