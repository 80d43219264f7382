import type { Look } from '../office/look.ts';

/** A field whose result is shown. */
export interface Field {
  instruction: string;
  above: Field | undefined;
}

/** What the words of a group are for. */
export type Destination =
  | 'text'
  | 'skip'
  | 'fonts'
  | 'styles'
  | 'info'
  | 'title'
  | 'author'
  | 'instruction'
  | 'number'
  | 'commenter';

/** Look of the paragraphs of a group. */
export interface ParagraphState {
  style: number;
  /** Level of a heading from 0, as the file writes it. */
  outline?: number;
  isListed: boolean;
  level: number;
  /** How many tables the paragraph lies in. */
  tables: number;
  /** Its first line begins further out than the others, as that of an item does. */
  hangs: boolean;
}

/** What holds within a group, and is as before behind it. */
export interface State {
  destination: Destination;
  look: Look;
  font: number | undefined;
  /** How many characters stand in for one of Unicode, for programs that know none. */
  stands: number;
  field: Field | undefined;
  paragraph: ParagraphState;
  /** The groups in it say the same in two ways: only that in Unicode is read. */
  isTwofold: boolean;
}

const PLAIN_PARAGRAPH: ParagraphState = {
  style: 0,
  isListed: false,
  level: 0,
  tables: 0,
  hangs: false,
};

/** The state at the start of a file. */
export const startState = (font: number | undefined): State => ({
  destination: 'text',
  look: {},
  font,
  stands: 1,
  field: undefined,
  paragraph: PLAIN_PARAGRAPH,
  isTwofold: false,
});

/** The look of paragraphs behind a control word; undefined when the word is about something else. */
export function paragraphAfter(
  paragraph: ParagraphState,
  word: string,
  value: number | undefined,
): ParagraphState | undefined {
  switch (word) {
    case 'pard':
      return PLAIN_PARAGRAPH;
    case 's':
      return { ...paragraph, style: value ?? 0 };
    case 'outlinelevel':
      return { ...paragraph, outline: value ?? 0 };
    case 'ls':
      return { ...paragraph, isListed: value !== 0 };
    case 'ilvl':
      return { ...paragraph, level: value ?? 0 };
    case 'fi':
      return { ...paragraph, hangs: (value ?? 0) < 0 };
    case 'intbl':
      return { ...paragraph, tables: Math.max(1, paragraph.tables) };
    case 'itap':
      return { ...paragraph, tables: Math.max(0, value ?? 1) };
    default:
      return undefined;
  }
}
