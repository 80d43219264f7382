import type { Beside } from '../office/beside.ts';
import { LatePlace } from '../office/late-place.ts';
import { roman } from '../numerals.ts';
import type { Range, Shared } from './shared.ts';
import { SKIPPED } from './specials.ts';
import { startState, type State } from './state.ts';
import type { Tokens } from './tokens.ts';

/** What is known of groups whose first word is marked as one that may be passed over. */
const KNOWN = new Set([
  ...[
    'ud',
    'shpinst',
    'shppict',
    'nesttableprops',
    'cs',
    'ds',
    'ts',
    's',
    'do',
    'dptxbx',
    'dpgroup',
  ],
]);

/** A story whose groups are told apart here. */
export interface GroupReader {
  readonly shared: Shared;
  readonly tokens: Tokens;
  state: State;
  beside: Beside | undefined;
  commenter: string;
  isSign: boolean;
  /** How many stories it lies in. */
  readonly depth: number;
  /** Leaves out the rest of the group. */
  skip(): void;
  /** The group ends. */
  close(): void;
  flush(): void;
  /** Words are about to be written. */
  begin(): void;
  /** Reads a part of the file as a story of its own. */
  tell(range: Range, beside?: Beside): void;
}

/**
 * A group begins with this control word. Answers whether that is all there is to the word; `isOptional`: the
 * group is left out unless it is known.
 */
export function openGroup(reader: GroupReader, word: string, isOptional: boolean): boolean {
  const { state, shared } = reader;
  const to = (destination: State['destination']): true => {
    state.destination = destination;
    return true;
  };
  if (SKIPPED.has(word)) return left(reader);
  if (state.destination === 'info') {
    return word === 'title' || word === 'author' ? to(word) : left(reader);
  }
  switch (word) {
    case 'fonttbl':
      return to('fonts');
    case 'stylesheet':
      return to('styles');
    case 'info':
      return to('info');
    case 'fldinst':
      return to('instruction');
    case 'listtext':
    case 'pntext':
      return to('number');
    case 'atnid':
    case 'atnauthor':
      reader.commenter = '';
      return to('commenter');
    case 'field':
      state.field = { instruction: '', above: state.field };
      return true;
    case 'upr':
      state.isTwofold = true;
      return true;
    case 'pict':
      shared.leftOut.add('picture');
      return left(reader);
    case 'moMath':
      // A formula in one line would say something else: it is told that there is one.
      shared.leftOut.add('other');
      return left(reader);
    case 'object':
      shared.leftOut.add('embed');
      return true;
    case 'chftn':
      return false;
    default:
      return openStory(reader, word) || (isOptional && !KNOWN.has(word) && left(reader));
  }
}

function left(reader: GroupReader): true {
  reader.skip();
  return true;
}

/** Groups that are stories of their own. */
function openStory(reader: GroupReader, word: string): boolean {
  const { shared } = reader;
  // Groups that are read by themselves are passed over once in each that they lie in.
  if (reader.depth > 0 && /^(?:header|footer)[lrf]?$/.test(word)) reader.skip();
  else if (/^header[lrf]?$/.test(word)) {
    const range = taken(reader);
    const write = () => shared.flow.within('header', () => reader.tell(range));
    if (!isNew(shared, range)) return true;
    shared.flow.later(write);
    if (shared.flow.isEmpty) shared.flow.end();
  } else if (/^footer[lrf]?$/.test(word)) {
    const range = taken(reader);
    if (isNew(shared, range)) shared.footers.push(range);
  } else if (word === 'footnote' && reader.depth < 2 && !reader.beside) openNote(reader);
  else if (word === 'annotation') {
    const who = reader.commenter.trim();
    const range = taken(reader);
    const before = who === '' ? '' : `${who}: `;
    shared.flow.later(() => reader.tell(range, { kind: 'comment', before }));
  } else if (word === 'shptxt' || word === 'dptxbxtext') {
    const range = taken(reader);
    shared.flow.later(() => reader.tell(range));
  } else return false;
  return true;
}

/** The rest of the group, which is passed over now and read by itself. */
function taken(reader: GroupReader): Range {
  const { tokens } = reader;
  const start = tokens.at;
  const end = tokens.skipGroup();
  const { font, stands } = reader.state;
  reader.close();
  return { start, end, state: { ...startState(font), stands } };
}

function isNew({ seen, bytes }: Shared, { start, end }: Range): boolean {
  const key = String.fromCharCode(...bytes.subarray(start, Math.min(end, start + 10_000)));
  if (seen.has(key)) return false;
  seen.add(key);
  return true;
}

/** A note: its sign, unless the author has written one, and its words for behind the text. */
function openNote(reader: GroupReader): void {
  const { shared, tokens } = reader;
  const hasSign = reader.isSign;
  const isEnd = tokens.follows('\\ftnalt');
  const range = taken(reader);
  const place = new LatePlace();
  const isOurs = !hasSign && reader.state.destination === 'text';
  const number = isOurs ? nextSign(shared, isEnd) : '';
  if (isOurs) {
    reader.begin();
    shared.flow.noteSign(number, place, reader.state.look);
  }
  shared.notes.push({ ...range, number, place, isEnd });
}

function nextSign({ counts }: Shared, isEnd: boolean): string {
  return isEnd ? roman(++counts.endnotes) : `${++counts.footnotes}`;
}
