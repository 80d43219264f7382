import { AppError } from '#data/errors.ts';
import { say } from '#data/words/say.ts';
import { TaskPool } from '../background/task-pool.ts';
import type { Failure, RunOptions } from '../background/task-run.ts';
import type { Limits } from '../background/watch.ts';
import type { Launch } from '../background/wire.ts';
import type { OpenCase } from '../session/session-parts.ts';
import { joined } from '../storage/disk/sliced-bytes.ts';
import { TimeSlice } from '../storage/disk/time-slice.ts';
import type { ReportWish } from '#data/formats/report/renderers/registry.ts';
import type { ReportPiece } from '../background/tasks.ts';
import type { Converter } from '../import/converter.ts';
import type { WantedPicture } from '#data/formats/report/pictures.ts';
import { cutPictures } from './pictures.ts';

/** What a report may cost. It reads nothing foreign, so the limits only end what went wrong. */
const limits: Limits = { silence: 60_000, time: 15 * 60_000, memory: 2048 * 1024 * 1024 };

type Bytes = Buffer<ArrayBuffer>;

/** A finished report, in UTF-8: the file, or what the PDF is printed from. */
export type MadeReport = { file: Bytes } | { print: { html: Bytes; footer: string } };

/**
 * Makes reports of the open case in a process of its own, so that no save waits for them. That process
 * reads the case from the disk and gets the key of an encrypted one; it never reads foreign files.
 */
export class ReportMaker {
  readonly #pool: TaskPool;
  readonly #converter: Converter;

  /** `converter`: cuts pictures out of originals. */
  constructor(launch: Launch, converter: Converter) {
    this.#converter = converter;
    this.#pool = new TaskPool(launch, 1);
  }

  /**
   * Makes a report of the case as it is acknowledged by now; `progress` counts documents. Throws what the
   * report refuses, `export-failed` when its process does not get to the end, and `cancelled`.
   */
  async make(
    { store, path }: Pick<OpenCase, 'store' | 'path'>,
    wish: ReportWish,
    options: Pick<RunOptions, 'signal' | 'progress'>,
  ): Promise<MadeReport> {
    const made = await this.#made(store, path, wish, options);
    const wanted = await made('wanted');
    if (wanted.length > 0) {
      const signal = options.signal ?? new AbortController().signal;
      const asked = JSON.parse(wanted.toString()) as WantedPicture[];
      const pictures = await cutPictures(store, this.#converter, asked, signal);
      return this.make({ store, path }, { ...wish, pictures }, options);
    }
    const file = await made('file');
    if (file.length > 0) return { file };
    return { print: { html: await made('page'), footer: (await made('foot')).toString() } };
  }

  /** One run: what it gave, by kind. */
  async #made(
    { vault: { vault } }: OpenCase['store'],
    folder: string,
    wish: ReportWish,
    options: Pick<RunOptions, 'signal' | 'progress'>,
  ): Promise<(of: ReportPiece['of']) => Promise<Bytes>> {
    const input = { folder, wish, ...(vault && { vault }) };
    const run = this.#pool.run('report', input, { limits, failure, ...options });
    const pieces: ReportPiece[] = [];
    for await (const piece of run) pieces.push(piece);
    const slice = new TimeSlice();
    return (of) => {
      const own = pieces.filter((piece) => piece.of === of);
      return joined(
        own.map(({ bytes }) => bytes),
        slice,
      );
    };
  }

  /** Ends its process, and with it what that knows of the case. */
  stop(): void {
    this.#pool.stop();
  }
}

/** What is said when a report is not made, by the reason. */
const failures = {
  silence: 'jobs.reportSilence',
  time: 'jobs.reportTime',
  memory: 'jobs.reportMemory',
  death: 'jobs.reportDeath',
} as const;

function failure(why: Failure): AppError {
  if (why === 'cancelled') return new AppError('cancelled', say('jobs.reportCancelled'));
  return new AppError('export-failed', say(failures[why]), { reason: why });
}
