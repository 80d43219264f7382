import type { LibraryFolder } from '../pages/wire.ts';

const FOLDERS: Readonly<Record<string, LibraryFolder>> = {
  cMapUrl: 'cmaps',
  standardFontDataUrl: 'standard_fonts',
};

/** Files of the library that draws: the frame may fetch nothing, so it asks the window for them. */
export class LibraryFiles {
  readonly #port: MessagePort;
  readonly #waiting = new Map<number, (bytes: Uint8Array | null) => void>();
  #next = 0;

  constructor(port: MessagePort) {
    this.#port = port;
  }

  /** A file that was asked for is there, or there is none. */
  take(id: number, bytes: Uint8Array | null): void {
    this.#waiting.get(id)?.(bytes);
    this.#waiting.delete(id);
  }

  /** The class that pdf.js makes its reader of files from. */
  factory(): new () => { fetch(wanted: { kind: string; filename: string }): Promise<Uint8Array> } {
    const ask = (kind: string, name: string): Promise<Uint8Array> => this.#ask(kind, name);
    return class {
      fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
        return ask(kind, filename);
      }
    };
  }

  async #ask(kind: string, name: string): Promise<Uint8Array> {
    const folder = FOLDERS[kind];
    if (!folder) throw new Error(kind);
    const id = this.#next++;
    const bytes = await new Promise<Uint8Array | null>((resolve) => {
      this.#waiting.set(id, resolve);
      this.#port.postMessage({ file: id, kind: folder, name });
    });
    if (!bytes) throw new Error(name);
    return bytes;
  }
}
