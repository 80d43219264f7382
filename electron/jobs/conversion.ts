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
