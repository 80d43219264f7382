import type { Readable, Writable } from 'node:stream';
import type { PrintPage } from '#data/formats/report/render-html.ts';
import { say } from '#data/words/say.ts';

/**
 * How a page goes to the process that prints it, and the PDF comes back: over stdin and stdout, because
 * a file in between would lie in the open. Electron and the launcher may say something on stdout as
 * well, so the answer is one line that begins with {@link ANSWER}.
 */
const ANSWER = 'wakhan-pdf:';

/** Largest page and PDF in bytes. */
const LARGEST = 512 * 1024 * 1024;

/** Sends a page: its length in bytes on a line of its own, then the page as JSON. Stdin stays open. */
export function writeRequest(output: Writable, page: PrintPage): void {
  const bytes = Buffer.from(JSON.stringify(page));
  output.write(`${bytes.length}\n`);
  output.write(bytes);
}

/** Takes a page. Rejects when stdin ends before its end. */
export function readRequest(input: Readable): Promise<PrintPage> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const take = (chunk: Buffer): void => {
      chunks.push(chunk);
      size += chunk.length;
      const whole = pageIn(chunks, size);
      if (whole === undefined && size <= LARGEST) return;
      input.off('data', take);
      if (whole === undefined) reject(new Error(say('desktop.pageTooLarge')));
      else resolve(JSON.parse(whole) as PrintPage);
    };
    input.on('data', take);
    input.once('end', () => reject(new Error(say('desktop.pageMissing'))));
    input.once('error', reject);
  });
}

/** The page, when all of it is there. */
function pageIn(chunks: Buffer[], size: number): string | undefined {
  const start = chunks[0]?.includes(10) ? chunks[0] : Buffer.concat(chunks);
  const end = start.indexOf(10);
  if (end < 0) return undefined;
  const length = Number(start.subarray(0, end).toString('latin1'));
  if (size < end + 1 + length) return undefined;
  return Buffer.concat(chunks)
    .subarray(end + 1, end + 1 + length)
    .toString('utf8');
}

/** Sends the PDF, and resolves when it is out. */
export function writeAnswer(output: Writable, pdf: Uint8Array): Promise<void> {
  const line = `\n${ANSWER}${Buffer.from(pdf).toString('base64')}\n`;
  return new Promise((resolve, reject) =>
    output.write(line, (error) => (error ? reject(error) : resolve())),
  );
}

/** The PDF in all that came on stdout; undefined when there is none. */
export function answerIn(said: string): Uint8Array | undefined {
  const begin = said.lastIndexOf(`\n${ANSWER}`);
  const end = said.indexOf('\n', begin + 1);
  if (begin < 0 || end < 0) return undefined;
  return Buffer.from(said.slice(begin + 1 + ANSWER.length, end), 'base64');
}
