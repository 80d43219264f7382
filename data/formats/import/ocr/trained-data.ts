/** Most parts of a file: Tesseract knows two dozen. */
const MOST_PARTS = 100;
/** Number of the part with the network that reads lines (`TESSDATA_LSTM` in tessdatamanager.h of Tesseract). */
const LSTM = 17;

/**
 * Whether bytes are what Tesseract knows of a language, unpacked, with the network that reads lines: the number of
 * parts, then where each of them begins, or -1 where it is not there. Older files have no network.
 */
export function isTrainedData(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 4) return false;
  const parts = view.getInt32(0, true);
  if (parts <= LSTM || parts > MOST_PARTS || bytes.length < 4 + 8 * parts) return false;
  const at = view.getBigInt64(4 + 8 * LSTM, true);
  return at >= BigInt(4 + 8 * parts) && at < BigInt(bytes.length);
}
