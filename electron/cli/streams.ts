import type { Readable, Writable } from 'node:stream';

/** Where a command reads and writes. */
export interface Streams {
  stdin: Readable;
  stdout: Writable;
  stderr: Writable;
}

/** Thrown when nobody reads the output any more (`wakhan list ... | head`): the command ends quietly. */
export class OutputClosed extends Error {
  constructor() {
    super('The reader of the output went away.');
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
  async write(text: string): Promise<void> {
    if (this.#closed) throw new OutputClosed();
    if (this.#stream.write(text)) return;
    await new Promise<void>((resolve) => {
      this.#wake = resolve;
      if (this.#closed || !this.#stream.writableNeedDrain) resolve();
    });
    this.#wake = undefined;
  }

  /** Writes one line. */
  async line(text: string): Promise<void> {
    await this.write(`${text}\n`);
  }

  /** Writes one JSON array, an element a line, without holding it in memory. */
  async array(items: Iterable<unknown> | AsyncIterable<unknown>): Promise<void> {
    let mark = '[\n';
    for await (const item of items) {
      await this.write(mark + JSON.stringify(item));
      mark = ',\n';
    }
    await this.line(mark === '[\n' ? '[]' : '\n]');
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
