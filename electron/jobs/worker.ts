import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import { convertFile } from '#data/formats/import/registry.ts';
import { AppError, asAppError } from '#data/errors.ts';
import { limits, type ConversionReply, type ConversionRequest } from './conversion.ts';

/**
 * The program of the converting process: no window, no case, only bytes in and text out. It reads
 * files in a thread of itself, because Electron gives a process no heap limit, but Node a thread.
 * The time limit is the parent's: it kills this process. It runs in a utility process of Electron and
 * in plain Node; what is between is how messages travel.
 */
if (isMainThread) receiveFiles();
else convertInThread();

function receiveFiles(): void {
  let thread: Worker | undefined;
  const { answer, listen } = wire();
  const start = (): Worker => {
    const next = new Worker(import.meta.filename, {
      resourceLimits: { maxOldGenerationSizeMb: limits.heap },
    });
    next.on('message', answer);
    next.on('error', (error) => {
      thread = undefined;
      answer({ ok: false, error: stopped(error).toJSON() });
    });
    return next;
  };
  listen((request) => {
    thread ??= start();
    thread.postMessage(request);
  });
}

/** How requests come and answers go. A parent that is gone needs no answer. */
function wire(): {
  answer: (reply: ConversionReply) => void;
  listen: (listener: (request: ConversionRequest) => void) => void;
} {
  // Electron declares it always there; in plain Node it is not.
  const port = process.parentPort as typeof process.parentPort | undefined;
  if (port) {
    return {
      answer: (reply) => port.postMessage(reply),
      listen: (listener) =>
        void port.on('message', ({ data }: { data: ConversionRequest }) => listener(data)),
    };
  }
  process.on('disconnect', () => process.exit());
  return {
    answer: (reply) => process.send?.(reply),
    listen: (listener) =>
      void process.on('message', (request) => listener(request as ConversionRequest)),
  };
}

function convertInThread(): void {
  parentPort?.on('message', (file: ConversionRequest) => parentPort?.postMessage(convert(file)));
}

function convert(file: ConversionRequest): ConversionReply {
  try {
    return { ok: true, value: convertFile(file) };
  } catch (error) {
    return { ok: false, error: asAppError(error).toJSON() };
  }
}

function stopped(error: Error): AppError {
  const isMemory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
  return new AppError(
    'import-failed',
    isMemory
      ? 'Reading the file needs more memory than is allowed. Nothing was imported; split the file.'
      : 'Reading the file failed. Nothing was imported; save its text as plain text and import that.',
  );
}
