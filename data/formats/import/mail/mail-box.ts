import { latin1 } from '../bytes.ts';
import { lineAfter, withoutBreak } from './header-block.ts';

/** Longest line that may begin a message, in bytes. */
const LONGEST = 1000;
const START = [...'From '].map((sign) => sign.charCodeAt(0));
const GREATER = 0x3e;
/** `From somebody@example.org Mon Feb  4 10:00:00 2019`, with or without a zone somewhere in the date. */
const ENVELOPE =
  /^From (?:\S.{0,300} )?(?:mon|tue|wed|thu|fri|sat|sun),? {1,3}[\w :+,-]{0,20}\b\d{1,2}:\d\d(?::\d\d)?\b.{0,40}\b\d{4}\b/i;
const FIELD = /^(?:[!-9;-~]{1,100}[ \t]{0,10}:|>?From )/;

/** Where a message of a mail box lies in it, in bytes, without the line that begins it. */
export interface BoxedMessage {
  start: number;
  end: number;
}

/**
 * The messages of a mail box, found in one pass. One begins at the start or behind an empty line, with a line
 * that reads as an envelope and a field below it: letters quote such lines. `passed` hears how many bytes are
 * done.
 */
export function* boxedMessages(
  bytes: Uint8Array,
  passed: (bytes: number) => void,
): Generator<BoxedMessage> {
  let start: number | undefined;
  let isBehindEmpty = true;
  let end = 0;
  for (let at = 0; at < bytes.length;) {
    const next = lineAfter(bytes, at, bytes.length);
    passed(next - at);
    if (isBehindEmpty && isEnvelope(bytes, at, next)) {
      if (start !== undefined) yield { start, end };
      start = next;
    }
    const until = withoutBreak(bytes, at, next);
    isBehindEmpty = until === at;
    // The empty line before an envelope is none of the message.
    end = isBehindEmpty ? at : next;
    at = next;
  }
  if (start !== undefined) yield { start, end: Math.max(start, end) };
}

/** Whether a file begins as a mail box does. */
export function beginsLikeBox(start: string): boolean {
  const [first = '', second = ''] = start.trimStart().split(/\r?\n/, 2);
  return ENVELOPE.test(first) && FIELD.test(second);
}

function isEnvelope(bytes: Uint8Array, at: number, next: number): boolean {
  if (!isFrom(bytes, at) || next - at > LONGEST) return false;
  if (!ENVELOPE.test(latin1(bytes.subarray(at, next)))) return false;
  const below = lineAfter(bytes, next, bytes.length);
  return FIELD.test(latin1(bytes.subarray(next, Math.min(below, next + LONGEST))));
}

const isFrom = (bytes: Uint8Array, at: number): boolean =>
  START.every((code, index) => bytes[at + index] === code);

/** A message as it was before it came into the box: `>From ` at the start of a line is `From ` again. */
export function unboxed(message: Uint8Array): Uint8Array {
  const pieces: Uint8Array[] = [];
  let kept = 0;
  for (let at = message.indexOf(GREATER); at >= 0; at = message.indexOf(GREATER, at)) {
    const isAtStart = at === 0 || message[at - 1] === 0x0a;
    let end = at;
    while (message[end] === GREATER) end++;
    if (isAtStart && isFrom(message, end)) {
      pieces.push(message.subarray(kept, at));
      kept = at + 1;
    }
    at = end;
  }
  return pieces.length > 0 ? concatenated([...pieces, message.subarray(kept)]) : message;
}

function concatenated(pieces: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}
