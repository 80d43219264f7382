import type { Converted, SourceFile } from '#data/formats/import/format.ts';
import { AppError } from '#data/errors.ts';
import { limits, type ConversionReply, type ConvertingProcess, type Launch } from './conversion.ts';

/** Who waits for the file that is being converted. */
interface Waiter {
  reply(reply: ConversionReply): void;
  died(): void;
}

/**
 * Reads foreign files in a process of its own, one at a time. Whatever a file does there, at most
 * that process dies: the next file gets a new one.
 */
export class Converter {
  readonly #launch: Launch;
  readonly #time: number;
  #process: ConvertingProcess | undefined;
  #waiter: Waiter | undefined;

  /** `time`: milliseconds that a file may take. */
  constructor(launch: Launch, time: number = limits.time) {
    this.#launch = launch;
    this.#time = time;
  }

  /**
   * Converts a file. Throws what the format refuses, `import-failed` when a limit is reached or the
   * process dies, `cancelled` when the signal says so. Not to be called again before it is done.
   */
  async convert(file: SourceFile, signal: AbortSignal): Promise<Converted> {
    const reply = await this.#ask(file, signal);
    if (reply.ok) return reply.value;
    throw new AppError(reply.error.code, reply.error.message, reply.error.details);
  }

  /** Ends the process, and with it what it was at. A later conversion starts another. */
  stop(): void {
    this.#waiter?.died();
    this.#drop();
  }

  /** What the process says from now on is heard by nobody. */
  #drop(): void {
    const child = this.#process;
    this.#process = undefined;
    child?.kill();
  }

  #ask(file: SourceFile, signal: AbortSignal): Promise<ConversionReply> {
    return new Promise((resolve, reject) => {
      const settle = () => {
        clearTimeout(timer);
        this.#waiter = undefined;
        signal.removeEventListener('abort', onAbort);
      };
      const fail = (error: AppError) => {
        settle();
        this.#drop();
        reject(error);
      };
      const onAbort = () => fail(new AppError('cancelled', 'The import was cancelled.'));
      const timer = setTimeout(() => fail(tookTooLong(file.name, this.#time)), this.#time);
      this.#waiter = {
        reply: (reply) => {
          settle();
          resolve(reply);
        },
        died: () => fail(died(file.name)),
      };
      if (signal.aborted) return onAbort();
      signal.addEventListener('abort', onAbort);
      (this.#process ??= this.#start()).send(file);
    });
  }

  #start(): ConvertingProcess {
    const child = this.#launch();
    const isOurs = () => this.#process === child;
    child.onReply((reply) => isOurs() && this.#waiter?.reply(reply));
    child.onExit(() => {
      if (!isOurs()) return;
      this.#process = undefined;
      this.#waiter?.died();
    });
    return child;
  }
}

function tookTooLong(file: string, time: number): AppError {
  return new AppError(
    'import-failed',
    `“${file}” could not be read within ${time / 1000} seconds. Nothing was imported; save its ` +
      'text as plain text and import that.',
    { file },
  );
}

function died(file: string): AppError {
  return new AppError(
    'import-failed',
    `Reading “${file}” ended without a result. Nothing was imported; save its text as plain text ` +
      'and import that.',
    { file },
  );
}
