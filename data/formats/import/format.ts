import type { RegionRange } from '../../model/region.ts';
import type { Block, ShownBlock, WorkingText } from '../../text/working-text.ts';
import type { ImportTools } from './tools.ts';

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

/** One document out of a file, as the working copy: what `document.add` needs besides the stored bytes. */
export interface Converted extends Pick<WorkingText, 'marks' | 'pages' | 'cues'> {
  title: string;
  text: string;
  blocks: Block[];
  /** What is folded away, in order. */
  regions: RegionRange[];
  mediaType: string;
  /** BCP 47 tag, when the file declares one. */
  language?: string;
  meta?: SourceMeta;
  /** What it is called in a file that holds several: `letters/first.html`, `message 12`. */
  part?: string;
}

/** What a format makes of a document; blocks that are to be folded away are marked. */
export interface ReadText extends Omit<Converted, 'mediaType' | 'blocks' | 'regions'> {
  blocks: ShownBlock[];
  /** Absent when it is that of the file. */
  mediaType?: string;
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
  /** First bytes, as Latin-1 text, that nothing but this kind begins with: they decide before the name does. */
  starts?: readonly string[];
  /** Recognises content whose name and signature leave it open; sees the first 1,024 bytes as Latin-1 text. */
  sniff?(start: string): boolean;
  /** Set when a file of this kind may hold several documents, as a mail box or an archive does. */
  holdsMany?: true;
  /**
   * Turns the bytes into working texts, one after the other: the next is read only when it is asked for.
   * The same bytes give the same texts. Throws `wrong-encoding`, `not-text`, `empty-file`, `too-large` or
   * `import-failed`; what came before stays good. Libraries are imported in here, so that who only asks for
   * endings does not load them.
   */
  convert(file: SourceFile, tools: ImportTools): AsyncIterable<ReadText>;
}
