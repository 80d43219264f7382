/** Something that is said at some time, as its file has it: tags and all. Times are in milliseconds. */
export interface Cue {
  /** Undefined when the file does not say it so that it could be read. */
  times: { from: number; to: number } | undefined;
  lines: string[];
}

/** A note for who works on the file: nobody sees it with the film. */
export interface Note {
  note: string;
}

/** What a file of subtitles holds, in order. */
export interface CueFile {
  entries: (Cue | Note)[];
  /** Code units of style sheets and of what places the words in the picture. */
  styles: number;
  /** Lines above the first cue: `Language: en` and such. */
  head: string[];
}

/** `01:00:03,500`; hours may be missing, or have more than two figures. */
const TIME = /^(?:(\d{1,5}):)?(\d{1,3}):(\d{1,2})(?:[.,:](\d{1,3})\d{0,6})?(?![\d:])/;
const ARROW = '-->';
const NUMBER = /^\s{0,9}\d{1,9}\s{0,9}$/;

/**
 * The cues of a file of either kind. A cue goes on to the next line of times, in SubRip also over empty lines;
 * the number or name above the times is no part of the one before. `passed` hears how many code units are done.
 */
export function readCues(
  text: string,
  isVtt: boolean,
  passed: (units: number) => void = () => undefined,
): CueFile {
  const file: CueFile = { entries: [], styles: 0, head: [] };
  const lines = text.split('\n');
  let open: Cue | undefined;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    passed(line.length + 1);
    const isEmpty = line.trim() === '';
    if (isTimes(line)) {
      open = { times: timesIn(line), lines: [] };
      file.entries.push(open);
    } else if (isName(lines, at, isVtt, open)) continue;
    else if (isVtt && isEmpty) open = undefined;
    else if (open) open.lines.push(line);
    else if (isVtt && /^(?:NOTE|STYLE|REGION)(?![^\s])/.test(line)) {
      const end = blockEnd(lines, at);
      addBlock(file, lines.slice(at, end).join('\n'));
      at = end - 1;
    } else if (file.entries.length === 0 && !isEmpty) file.head.push(line.trim());
  }
  return file;
}

/** Whether a line holds times, right or wrong; words may have an arrow between them. */
function isTimes(line = ''): boolean {
  const at = line.indexOf(ARROW);
  const before = line.slice(0, Math.max(0, at));
  return at >= 0 && (/^\s*\d/.test(before) || !/\p{L}/u.test(before));
}

/** Whether a line names the cue whose times stand below it. */
function isName(
  lines: readonly string[],
  at: number,
  isVtt: boolean,
  open: Cue | undefined,
): boolean {
  const line = lines[at] ?? '';
  if (line.trim() === '' || !isTimes(lines[at + 1])) return false;
  // Where no empty line parts two cues, only a number is no words.
  return NUMBER.test(line) || (isVtt && !open);
}

function blockEnd(lines: readonly string[], from: number): number {
  let end = from;
  while (end < lines.length && lines[end]?.trim() !== '' && !isTimes(lines[end])) end++;
  return end;
}

function addBlock(file: CueFile, block: string): void {
  const note = block.startsWith('NOTE') ? block.slice(4).trim() : '';
  if (note !== '') file.entries.push({ note });
  else if (!block.startsWith('NOTE')) file.styles += block.length;
}

function timesIn(line: string): Cue['times'] {
  const at = line.indexOf(ARROW);
  const from = milliseconds(line.slice(0, at));
  const to = milliseconds(line.slice(at + ARROW.length));
  return from === undefined || to === undefined ? undefined : { from, to: Math.max(from, to) };
}

function milliseconds(written: string): number | undefined {
  const parts = TIME.exec(written.trim());
  if (!parts) return undefined;
  const [, hours = '0', minutes = '0', seconds = '0', rest = '0'] = parts;
  const whole = (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds);
  return whole * 1000 + Number(rest.padEnd(3, '0'));
}
