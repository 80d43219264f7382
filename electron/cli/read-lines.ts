/** Longest line in bytes; a longer one is refused without being held in memory. */
export const LONGEST_LINE = 64 * 1024 * 1024;

/** One line of a stream, counted from 1; `text` is missing when it was too long or not UTF-8. */
export interface InputLine {
  number: number;
  text?: string;
  fault?: 'too-large' | 'wrong-encoding';
}

/**
 * The lines of a byte stream that hold more than white space, as they come. Unlike `node:readline`
 * it bounds the length of a line and notices bytes that are not UTF-8.
 */
export async function* readLines(
  stream: AsyncIterable<Uint8Array | string>,
): AsyncGenerator<InputLine> {
  let number = 0;
  let parts: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream) {
    let rest: Uint8Array = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    for (let feed = rest.indexOf(10); feed >= 0; feed = rest.indexOf(10)) {
      length += feed;
      if (length <= LONGEST_LINE) parts.push(rest.subarray(0, feed));
      rest = rest.subarray(feed + 1);
      const line = asLine(++number, parts, length);
      if (line) yield line;
      parts = [];
      length = 0;
    }
    length += rest.length;
    if (length <= LONGEST_LINE) parts.push(rest);
    else parts = [];
  }
  const last = asLine(number + 1, parts, length);
  if (last) yield last;
}

function asLine(number: number, parts: Uint8Array[], length: number): InputLine | undefined {
  if (length > LONGEST_LINE) return { number, fault: 'too-large' };
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(parts));
    return text.trim() === '' ? undefined : { number, text };
  } catch {
    return { number, fault: 'wrong-encoding' };
  }
}
