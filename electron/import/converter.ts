import type { EncodingSample } from '#data/api/import.ts';
import { AppError } from '#data/errors.ts';
import type { ConvertedPart, SourceFile } from '#data/formats/import/format.ts';
import { say } from '#data/words/say.ts';
import type { CutInput, ShownOriginal } from '../background/tasks.ts';
import { TaskPool } from '../background/task-pool.ts';
import type { Failure, TaskRun } from '../background/task-run.ts';
import type { Limits } from '../background/watch.ts';
import type { Launch } from '../background/wire.ts';
import type { Annotating } from '../convert/pdf/annotate.ts';
import type { CutOut } from '../convert/cut-outs.ts';
import { importRegistry } from '../convert/registry.ts';

const MB = 1024 * 1024;

/** Processes that read files side by side. */
const PROCESSES = 2;

/** What reading a file of `size` bytes may cost. A hostile file costs this much, never more. */
function limitsFor(size: number): Limits {
  return { silence: 10_000, time: 60_000 + (size / MB) * 30_000, memory: 1024 * MB };
}

/**
 * The same with the words of pictures, which take seconds a page: 10 KB of a scan may be a page, and on a slow machine
 * columns are looked for in it for longer than anything else takes without a word.
 */
function limitsWithPictures(size: number): Limits {
  return { silence: 60_000, time: 600_000 + (size / MB) * 1_800_000, memory: 1536 * MB };
}

/** Reads foreign files in processes of their own, where nothing else is. */
export class Converter {
  /** Files that are worth beginning before the first of them is taken in. */
  readonly ahead: number;
  readonly #pool: TaskPool;
  /** Its processes keep what reading pictures takes, which is a part of what other files may take. */
  readonly #readers: TaskPool;
  readonly #limits: Partial<Limits>;

  /** `limits`: others than usual, for tests. */
  constructor(launch: Launch, limits: Partial<Limits> = {}, processes = PROCESSES) {
    this.#pool = new TaskPool(launch, processes);
    this.#readers = new TaskPool(launch, processes);
    this.#limits = limits;
    this.ahead = 2 * processes;
  }

  /**
   * Begins to read a file; its documents come one after the other, and `progress` hears how far it is. Reading them throws what the format
   * refuses, `import-failed` when a limit is reached or the process dies, `cancelled` when the signal says so.
   */
  convert(
    file: SourceFile,
    signal: AbortSignal,
    progress?: (done: number, total: number) => void,
  ): TaskRun<ConvertedPart> {
    const readsPictures = (file.ocr ?? []).length > 0;
    const usual = readsPictures ? limitsWithPictures : limitsFor;
    const limits = { ...usual(file.bytes.length), ...this.#limits };
    return (readsPictures ? this.#readers : this.#pool).run('convert', file, {
      limits,
      signal,
      ...(progress && { progress }),
      failure: (why) => failed(file.name, why, limits),
    });
  }

  /** Begins to read the first lines of a file in each encoding that it may be in; throws as {@link convert}. */
  samples(file: SourceFile, signal: AbortSignal): TaskRun<EncodingSample> {
    const limits = { ...limitsFor(file.bytes.length), ...this.#limits };
    return this.#pool.run('encodings', file, {
      limits,
      signal,
      failure: (why) => failed(file.name, why, limits),
    });
  }

  /** Begins to put a web page that was saved as one file together; throws as {@link convert}. */
  original(file: SourceFile, signal: AbortSignal): TaskRun<ShownOriginal> {
    const limits = { ...limitsFor(file.bytes.length), ...this.#limits };
    return this.#pool.run('original', file, {
      limits,
      signal,
      failure: (why) => notShown(file.name, why),
    });
  }

  /** Begins to write notes into a PDF; throws as {@link convert}. */
  annotate(input: Annotating, signal: AbortSignal): TaskRun<Uint8Array> {
    const limits = { ...limitsFor(input.file.bytes.length), silence: 60_000, ...this.#limits };
    return this.#pool.run('annotate', input, {
      limits,
      signal,
      failure: (why) => failed(input.file.name, why, limits),
    });
  }

  /** Begins to cut rectangles out of the pages of a file; throws as {@link convert}. */
  cut(input: CutInput, signal: AbortSignal): TaskRun<CutOut> {
    const limits = { ...limitsFor(input.file.bytes.length), silence: 60_000, ...this.#limits };
    return this.#pool.run('cut', input, {
      limits,
      signal,
      failure: (why) => failed(input.file.name, why, limits),
    });
  }

  /** Whether a file is of a kind that may hold several documents. */
  holdsMany(file: SourceFile): boolean {
    return importRegistry.formatOf(file).holdsMany === true;
  }

  /** Ends the processes, and with them what they were at. A later conversion starts others. */
  stop(): void {
    this.#pool.stop();
    this.#readers.stop();
  }
}

function failed(file: string, why: Failure, { silence, time, memory }: Limits): AppError {
  if (why === 'cancelled') return new AppError('cancelled', say('imports.cancelled'));
  return new AppError(
    'import-failed',
    say(`imports.${why}`, {
      file,
      seconds: silence / 1000,
      minutes: Math.ceil(time / 60_000),
      size: Math.round(memory / MB),
    }),
    { file },
  );
}

function notShown(file: string, why: Failure): AppError {
  if (why === 'cancelled') return new AppError('cancelled', say('imports.cancelled'));
  return new AppError('import-failed', say('pages.webNotShown', { file }), { file });
}
