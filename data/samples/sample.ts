/** A readable source: its file name (for messages) and its text. */
export interface SourceFile {
  name: string;
  text: string;
}

/** Everything a sample case is compiled from. */
export interface SampleSources {
  title: string;
  /** Summary of the case and of its report; blank lines part paragraphs. */
  summary: string;
  /** Notes `n01.txt`, `n02.txt` ...: the file name without its ending is the document's id. */
  notes: readonly SourceFile[];
  actors: SourceFile;
  relations: SourceFile;
  events: SourceFile;
  claims: SourceFile;
  positions: SourceFile;
}

/** A text to be imported: its words become original bytes (UTF-8) and working text alike. */
export interface SampleDocument {
  id: string;
  /** File name for the chain of custody. */
  origin: string;
  text: string;
  title: string;
  publisher?: string;
  author?: string;
  published?: string;
  language?: string;
  url?: string;
  note?: string;
}

/** One operation of the case, ready for the engine. */
export interface SampleOperation {
  op: string;
  input: Record<string, unknown>;
}

/** A sample case: import the documents under their ids, then run the operations in order. */
export interface CompiledSample {
  title: string;
  summary: string;
  documents: SampleDocument[];
  operations: SampleOperation[];
}
