import { readFile, stat } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';

/** What is known of one language takes this much at most, packed or not. */
const LARGEST = 256 * 1024 * 1024;

/**
 * The bytes of a file with what is known of a language, unpacked (it may be packed by gzip, whatever its name).
 * Undefined when it cannot be read or is larger than any such file.
 */
export async function languageBytes(path: string): Promise<Uint8Array | undefined> {
  try {
    if ((await stat(path)).size > LARGEST) return undefined;
    const bytes = await readFile(path);
    const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b;
    return isPacked ? gunzipSync(bytes, { maxOutputLength: LARGEST }) : bytes;
  } catch {
    return undefined;
  }
}
