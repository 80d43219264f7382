import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import { convertFile } from '#data/formats/import/registry.ts';
import { AppError, asAppError } from '#data/errors.ts';
import { limits, type ConversionReply, type ConversionRequest } from './conversion.ts';

/**
 * The program of the converting process: no window, no case, only bytes in and text out. It reads
 * files in a thread of itself, because Electron gives a process no heap limit, but Node a thread.
 * The time limit is the main process's: it kills this one.
 */
if (isMainThread) receiveFiles();
else convertInThread();

function receiveFiles(): void {
  let thread: Worker | undefined;
  const answer = (reply: ConversionReply) => process.parentPort.postMessage(reply);
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
  process.parentPort.on('message', ({ data }: { data: ConversionRequest }) => {
    thread ??= start();
    thread.postMessage(data);
  });
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
