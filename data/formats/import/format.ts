import type { AppError } from '../../errors.ts';
import type { LeftOut, Proposal, Reading, TableRecipe } from '../../model/reading.ts';
import type { RegionRange } from '../../model/region.ts';
import type { Block, ShownBlock, WorkingText } from '../../text/working-text.ts';
import type { ImportTools } from './tools.ts';

/** What the analyst says about how a file is to be read. */
export interface ImportSettings {
  /** Encoding of a text (a label of the WHATWG Encoding Standard). */
  encoding?: string;
  /** Passwords to try on a protected file. */
  passwords?: readonly string[];
  /** How a table is read. */
  recipe?: TableRecipe;
  /** Languages in which the words of pictures are read; they are not when there are none. */
  ocr?: readonly OcrLanguage[];
}

/** A language that words of pictures are looked for in. */
export interface OcrLanguage {
  /** As Tesseract calls it: `eng`, `chi_sim`. */
  code: string;
  /** The file with what is known of it, when it does not come with the program. */
  file?: string;
}

/** A file as it comes in. `name` is its name without folders. */
export interface SourceFile extends ImportSettings {
  name: string;
  bytes: Uint8Array;
}

/** Words that somebody marked in the file, with what they wrote at them. */
export interface FoundHighlight {
  start: number;
  end: number;
  note?: string;
}

/** One document out of a file, as the working copy: what `document.add` needs besides the stored bytes. */
export interface Converted extends Pick<WorkingText, 'marks' | 'pages' | 'cues' | 'words'> {
  title: string;
  text: string;
  blocks: Block[];
  /** What is folded away, in order. */
  regions: RegionRange[];
  mediaType: string;
  /** What was found about it, the surest value of a field first. */
  meta: Proposal[];
  reading: Reading;
  /** Marked in the file itself, in reading order. */
  highlights?: FoundHighlight[];
  /** Fields that the analyst has named (a column for dates): taken over at once, not proposed. */
  given?: Given;
  /** What it is called in a file that holds several: `letters/first.html`, `message 12`. */
  part?: string;
  /** The part that it came with, as that is called: the message of an attachment. */
  attachedTo?: string;
  /** Its own bytes, when it is a file within the file. */
  bytes?: Uint8Array;
}

/** A part of a file that could not be read; what stands beside it was. */
export interface RefusedPart {
  part: string;
  error: ReturnType<AppError['toJSON']>;
}

/** What comes out of a file, one after the other. */
export type ConvertedPart = Converted | RefusedPart;

/** What the analyst has said about a document by naming its column. */
export type Given = Partial<Pick<Record<Proposal['field'], string>, 'published' | 'publisher'>>;

/**
 * What a format makes of a document; blocks that are to be folded away say as what. The registry fills in
 * what is the same for all formats: media type, language, what cannot be in a text.
 */
export interface ReadText extends Pick<WorkingText, 'marks' | 'pages' | 'cues' | 'words'> {
  title: string;
  text: string;
  blocks: ShownBlock[];
  /** Absent when it is that of the file. */
  mediaType?: string;
  /** What the file or its words say about it. A title that is the document's need not be among them. */
  meta?: Proposal[];
  reading?: Reading;
  highlights?: FoundHighlight[];
  given?: Given;
  part?: string;
  /** Where its own words begin, when lines about it stand above them (those of a mail). */
  bodyAt?: number;
  /** Its debris is told already: nothing more is looked for. */
  cleaned?: true;
  /** Its own bytes, when it is a file within the file (a message of a mail box). */
  bytes?: Uint8Array;
}

/**
 * A file within the file: the registry reads it by its own kind. `part` is its name in the file, folders
 * included; `attached`: it came with the text that was given before it.
 */
export interface InnerFile {
  part: string;
  inner: Uint8Array;
  attached?: true;
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
  /** Recognises files of this kind that have something else in front of their signature. */
  startsBehind?(start: string, bytes: Uint8Array): boolean;
  /**
   * Recognises content whose name and signature leave it open; sees the first 1,024 bytes as Latin-1 text,
   * and the whole file. Of formats with one signature (archives) the one that recognises its own.
   */
  sniff?(start: string, bytes: Uint8Array): boolean;
  /** Set when its source is nothing to read, so that content decides even under the name of a plain text. */
  isMarkup?: true;
  /** Set when a file of this kind may hold several documents, as a mail box or an archive does. */
  holdsMany?: true;
  /**
   * Turns the bytes into working texts, one after the other: the next is read only when it is asked for.
   * The same bytes give the same texts. Throws `wrong-encoding`, `not-text`, `empty-file`, `too-large`,
   * `password-needed` or `import-failed`; what came before stays good. Libraries are imported in here, so that
   * who only asks for endings does not load them.
   */
  convert(file: SourceFile, tools: ImportTools): AsyncIterable<ReadText | InnerFile>;
}

/** What a format tells of what it left out, if it left anything out. */
export function leftOutOf(found: LeftOut): Pick<Reading, 'leftOut'> {
  return found.what.length > 0 ? { leftOut: found } : {};
}
