import { createRequire } from 'node:module';

interface Entry {
  name: string;
  type: number;
  length: number;
  binaryProvider?: () => Uint8Array;
  children?: number[];
}
const { burn } = createRequire(import.meta.url)('@kenjiuno/msgreader/lib/Burner') as {
  burn: (entries: Entry[]) => Uint8Array;
};

const [DIRECTORY, DOCUMENT, ROOT] = [1, 2, 5];

/** What a made message, a recipient or an attachment holds: streams by property, folders by name. */
export interface Store {
  /** By tag and type, `0037001F`; a string is UTF-16. */
  streams?: Record<string, string | Uint8Array>;
  /** Whole numbers by tag, kept in the list of properties. */
  numbers?: Record<number, number>;
  folders?: Record<string, Store>;
}

/** A file as Outlook makes it. */
export function makeMsg(store: Store): Uint8Array {
  const entries: Entry[] = [];
  add(entries, 'Root Entry', ROOT, store, 32);
  return Uint8Array.from(burn(entries));
}

function add(entries: Entry[], name: string, type: number, store: Store, head: number): number {
  const children: number[] = [];
  const index = entries.push({ name, type, length: 0, children }) - 1;
  const put = (stream: string, given: Uint8Array): void => {
    // The library looks at all of the memory behind it.
    const bytes = Uint8Array.from(given);
    const entry = { name: stream, type: DOCUMENT, length: bytes.length };
    children.push(entries.push({ ...entry, binaryProvider: () => bytes }) - 1);
  };
  put('__properties_version1.0', properties(store.numbers ?? {}, head));
  for (const [tag, value] of Object.entries(store.streams ?? {})) {
    put(`__substg1.0_${tag}`, typeof value === 'string' ? Buffer.from(value, 'utf16le') : value);
  }
  for (const [folder, inner] of Object.entries(store.folders ?? {})) {
    children.push(add(entries, folder, DIRECTORY, inner, 8));
  }
  return index;
}

function properties(numbers: Record<number, number>, head: number): Uint8Array {
  const list = Object.entries(numbers);
  const bytes = Buffer.alloc(head + 16 * list.length);
  list.forEach(([tag, value], index) => {
    const at = head + 16 * index;
    bytes.writeUInt32LE(Number(tag) * 0x10000 + 3, at);
    bytes.writeUInt32LE(value, at + 8);
  });
  return bytes;
}
