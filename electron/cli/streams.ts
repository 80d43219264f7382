import type { Readable, Writable } from 'node:stream';
import { say } from '#data/words/say.ts';

/** Where a command reads and writes. */
export interface Streams {
  stdin: Readable;
  stdout: Writable;
  stderr: Writable;
}

/**
 * Characters that a terminal would act upon, or that would make a line look like another: controls, line
 * and paragraph separators, and what overrides or nests the direction of text. Much of what is printed is
 * foreign: names of files, titles, quotes.
 */
const ACTING = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/gu;

/** Such characters as JSON writes them (`\u001b`): within its strings the value stays the same. */
function escaped(text: string): string {
  return text.replace(ACTING, (one) =>
    one === '\t' ? one : `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Thrown when nobody reads the output any more (`wakhan list ... | head`): the command ends quietly. */
export class OutputClosed extends Error {
  constructor() {
    super(say('command.outputClosed'));
    this.name = 'OutputClosed';
  }
}

/** Text going out; waits when the reader is slower, and notices when it goes away. */
export class Output {
  readonly #stream: Writable;
  #closed = false;
  #wake: (() => void) | undefined;
  readonly #resume = (): void => this.#wake?.();
  readonly #end = (): void => {
    this.#closed = true;
    this.#wake?.();
  };

  constructor(stream: Writable) {
    this.#stream = stream;
    stream.on('error', this.#end).on('close', this.#end).on('drain', this.#resume);
  }

  /** Whether the reader went away. */
  get closed(): boolean {
    return this.#closed;
  }

  /** Writes text as it is. Throws {@link OutputClosed}. */
  async #write(text: string): Promise<void> {
    if (this.#closed) throw new OutputClosed();
    if (this.#stream.write(text)) return;
    await new Promise<void>((resolve) => {
      this.#wake = resolve;
      if (this.#closed || !this.#stream.writableNeedDrain) resolve();
    });
    this.#wake = undefined;
  }

  /** Writes one line; what a terminal would act upon is {@link escaped}. */
  async line(text: string): Promise<void> {
    await this.#write(`${escaped(text)}\n`);
  }

  /** Writes several lines. */
  async lines(text: string): Promise<void> {
    for (const one of text.split('\n')) await this.line(one);
  }

  /** Writes one JSON array, an element a line, without holding it in memory. */
  async array(items: Iterable<unknown> | AsyncIterable<unknown>): Promise<void> {
    let mark = '[\n';
    for await (const item of items) {
      await this.#write(mark + escaped(JSON.stringify(item)));
      mark = ',\n';
    }
    await this.#write(mark === '[\n' ? '[]\n' : '\n]\n');
  }

  /** Returns when everything written is out of our hands, or nobody takes it. */
  async flush(): Promise<void> {
    if (this.#closed) return;
    await new Promise<void>((resolve) => {
      this.#wake = resolve;
      this.#stream.write('', () => resolve());
    });
  }

  /** Leaves the stream as it was found, still guarded against an error nobody listens to. */
  release(): void {
    this.#stream.off('drain', this.#resume).off('close', this.#end);
  }
}
