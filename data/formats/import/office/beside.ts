/** A story that is no text of its own: a note, a comment. */
export interface Beside {
  kind: 'footnote' | 'comment';
  /** The number of the note. */
  number?: string;
  /** What stands before its words: who wrote them. */
  before?: string;
  /** Hears where it begins. */
  begins?: () => void;
}
