import type { Converted, SourceFile } from '#data/formats/import/format.ts';
import type { ErrorShape } from '#data/errors.ts';

/** What the conversion of one foreign file may use. A hostile file costs this much, never more. */
export const limits = {
  /** Milliseconds. */
  time: 10_000,
  /** Heap of the thread that reads the file, in MB. */
  heap: 1024,
} as const;

/** What the converting process is asked. */
export type ConversionRequest = SourceFile;

/** What it answers. */
export type ConversionReply = { ok: true; value: Converted } | { ok: false; error: ErrorShape };

/** A process in which one foreign file after the other is converted. */
export interface ConvertingProcess {
  send(request: ConversionRequest): void;
  onReply(listener: (reply: ConversionReply) => void): void;
  /** Called once, when it has ended for whatever reason. */
  onExit(listener: () => void): void;
  kill(): void;
}

/** Starts such a process: under Electron another way than under Node. */
export type Launch = () => ConvertingProcess;

/** The environment without what is only for us, passphrases among it: foreign bytes are read there. */
export function childEnvironment(): Record<string, string> {
  const entries = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && !entry[0].startsWith('WAKHAN_'),
  );
  return Object.fromEntries(entries);
}
