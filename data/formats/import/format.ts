import type { RegionRange } from '../../model/region.ts';
import type { Block, ShownBlock } from '../../text/working-text.ts';

/** A file as it comes in. `name` is its name without folders. */
export interface SourceFile {
  name: string;
  bytes: Uint8Array;
  /** Encoding that the analyst declared (a label of the WHATWG Encoding Standard), if any. */
  encoding?: string;
}

/** What a file says about itself beside its text; dates are EDTF. */
export interface SourceMeta {
  publisher?: string;
  author?: string;
  published?: string;
  url?: string;
}

/** A file turned into the working copy: what `document.add` needs besides the stored bytes. */
export interface Converted {
  title: string;
  text: string;
  blocks: Block[];
  /** What is folded away, in order. */
  regions: RegionRange[];
  mediaType: string;
  /** BCP 47 tag, when the file declares one. */
  language?: string;
  meta?: SourceMeta;
}

/** What a format makes of a file; blocks that are to be folded away are marked. */
export interface ReadText extends Omit<Converted, 'mediaType' | 'blocks' | 'regions'> {
  blocks: ShownBlock[];
}

/** A kind of file that can be imported. Adding one: a file like this and a line in the registry. */
export interface ImportFormat {
  id: string;
  /** Name for people. */
  label: string;
  /** File name endings in lower case, without the dot. */
  extensions: readonly string[];
  /** The first one is recorded in the chain of custody. */
  mediaTypes: readonly [string, ...string[]];
  /** Largest file in bytes. */
  limit: number;
  /** Recognises content whose file name says nothing; sees the first bytes as Latin-1 text. */
  sniff?(start: string): boolean;
  /**
   * Turns the bytes into a working text. Pure. Throws `wrong-encoding`, `not-text`, `empty-file`
   * or `import-failed`.
   */
  convert(file: SourceFile): ReadText;
}
