/** What is looked at of a line. */
const SEEN = 1000;
const ROW = /^\s*\|.*\|\s*$/;
const PREFIX = /^[\s>*+\-.)\d]*/;

/** A line of a Markdown text, without its line feed. */
export interface Line {
  start: number;
  end: number;
  /** How it begins: enough to tell what it is. */
  words: string;
}

/** At most so many lines of a text, from an offset on. */
export function takeLines(text: string, from: number, most: number): Line[] {
  const lines: Line[] = [];
  for (let start = from; start < text.length && lines.length < most;) {
    const feed = text.indexOf('\n', start);
    const end = feed < 0 ? text.length : feed;
    lines.push({ start, end, words: text.slice(start, Math.min(end, start + SEEN)) });
    start = end + 1;
  }
  return lines;
}

/** Whether there is nothing to read in a line. */
export const isEmpty = ({ words }: Line): boolean => words.trim() === '';

/** Whether a line can be nothing but one of a paragraph, or empty: most are, and need no parser. */
export const isProse = (line: Line): boolean => /^[\p{L}"“„«(]/u.test(line.words) || isEmpty(line);

/** Whether a line is a row of a table. */
export const isRow = ({ words }: Line): boolean => ROW.test(words);

/** Whether a line is the one below the head of a table: `--- | :---:`. */
export const isRule = ({ words }: Line): boolean =>
  words.includes('|') && /^[\s|:-]*$/.test(words) && words.includes('-');

/** Whether a line begins a note: `[^1]: …`. */
export const isNote = ({ words }: Line): boolean => /^ {0,3}\[\^[^\]\s]{1,100}\]:/.test(words);

/** Whether a line says where links lead: `[name]: https://…`. */
export const isDefinition = ({ words }: Line): boolean =>
  /^ {0,3}\[[^\]^][^\]]{0,200}\]:[ \t]*<?(?:https?:|mailto:|[./#])\S*/.test(words);

/** Signs and blanks that a line begins with, which may be levels of lists and quotes. */
export const prefixOf = ({ words }: Line): number => PREFIX.exec(words)?.[0].length ?? 0;
