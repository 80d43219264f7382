import { utilityProcess, type UtilityProcess } from 'electron';
import type { Converted, SourceFile } from '#data/formats/import/format.ts';
import { AppError } from '#data/errors.ts';
import { limits, type ConversionReply } from './conversion.ts';

/**
 * Reads foreign files in a process of its own, one at a time. Whatever a file does there, at most
 * that process dies: the next file gets a new one.
 */
export class Converter {
  readonly #script: string;
  readonly #time: number;
  #process: UtilityProcess | undefined;

  /** `script`: the bundle of jobs/worker.ts; `time`: milliseconds that a file may take. */
  constructor(script: string, time: number = limits.time) {
    this.#script = script;
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

  /** Ends the process. A later conversion starts another. */
  stop(): void {
    this.#process?.kill();
    this.#process = undefined;
  }

  #ask(file: SourceFile, signal: AbortSignal): Promise<ConversionReply> {
    const child = (this.#process ??= this.#start());
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => fail(tookTooLong(file.name, this.#time)), this.#time);
      const settle = () => {
        clearTimeout(timer);
        child.off('message', onMessage);
        child.off('exit', onExit);
        signal.removeEventListener('abort', onAbort);
      };
      const fail = (error: AppError) => {
        settle();
        this.stop();
        reject(error);
      };
      const onMessage = (reply: ConversionReply) => {
        settle();
        resolve(reply);
      };
      const onExit = () => fail(died(file.name));
      const onAbort = () => fail(new AppError('cancelled', 'The import was cancelled.'));
      child.on('message', onMessage);
      child.on('exit', onExit);
      if (signal.aborted) onAbort();
      else {
        signal.addEventListener('abort', onAbort);
        child.postMessage(file);
      }
    });
  }

  #start(): UtilityProcess {
    const child = utilityProcess.fork(this.#script, [], { serviceName: 'Wakhan import' });
    child.on('exit', () => {
      if (this.#process === child) this.#process = undefined;
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
