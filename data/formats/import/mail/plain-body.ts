import type { BlockWriter, Style } from '../block-writer.ts';

/** How a text is to be read whose paragraphs are in several lines (RFC 3676). */
export interface Flow {
  /** Lines that end in a space go on in the next one. */
  flowed: boolean;
  /** That space is none of the text. */
  delSp: boolean;
}

/** Whatever ends a line beside LF. */
const LINE_ENDS = /[\v\f\u0085\u2028\u2029]/g;
const SIGNATURE = '-- ';

/**
 * Writes a plain body: a block a line, or a paragraph where the sender's program said what belongs together.
 * Lines that are quoted by `>` are quotes, without that sign. `passed` hears how many code units are done.
 */
export function writePlain(
  writer: BlockWriter,
  text: string,
  { flowed, delSp }: Flow,
  passed: (units: number) => void,
): void {
  let open: { words: string[]; depth: number } | undefined;
  const close = (): void => {
    if (open) write(writer, open.words.join(''), open.depth);
    open = undefined;
  };
  for (const line of text.replace(LINE_ENDS, '\n').split('\n')) {
    passed(line.length + 1);
    const { depth, words: quoted } = unquoted(line, flowed);
    const words = flowed && quoted.startsWith(' ') ? quoted.slice(1) : quoted;
    if (open && (open.depth !== depth || words === SIGNATURE)) close();
    const goesOn = flowed && words.endsWith(' ') && words !== SIGNATURE;
    if (!goesOn && !open) {
      write(writer, words, depth);
      continue;
    }
    open ??= { words: [], depth };
    open.words.push(goesOn && delSp ? words.slice(0, -1) : words);
    if (!goesOn) close();
  }
  close();
  writer.end('\n\n');
}

function write(writer: BlockWriter, words: string, depth: number): void {
  const style: Style = { kind: depth > 0 ? 'quote' : 'paragraph' };
  if (words.trim() === '') return writer.end('\n\n');
  writer.preformatted(words.trimEnd(), style);
  writer.end('\n');
}

/** How deep a line is quoted, and its words: `> > Yes.` is 2 deep. */
function unquoted(line: string, flowed: boolean): { depth: number; words: string } {
  let at = 0;
  let depth = 0;
  while (line.charAt(at) === '>') {
    depth++;
    at++;
    // In flowed text the space behind is its own matter, and none stands between the signs.
    if (!flowed && line.charAt(at) === ' ') at++;
  }
  return { depth, words: line.slice(at) };
}
