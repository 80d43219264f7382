import { createReadStream } from 'node:fs';
import { addAbortSignal, type Readable } from 'node:stream';
import { z } from 'zod';
import { AppError, asAppError, type ErrorShape } from '#data/errors.ts';
import { checked } from '#data/operations/edit.ts';
import type { Request } from '#data/operations/engine.ts';
import { say } from '#data/words/say.ts';
import type { CaseStore } from '../storage/case-store.ts';
import { storageError } from '../storage/disk/storage-error.ts';
import type { Invocation, Work } from './command.ts';
import { LONGEST_LINE, readLines, type InputLine } from './read-lines.ts';
import { OutputClosed } from './streams.ts';
import { withCase } from './with-case.ts';

const Line = z.strictObject({ op: z.string(), input: z.unknown().optional() });

/** Lines that may be on their way to the disk at once: enough to share its flushes. */
const IN_FLIGHT = 256;

type Answer = { ok: true; n: number; id: string } | { ok: false; error: ErrorShape };

/**
 * `apply`: runs one operation per line and answers each, in order, as soon as it is durable. A line
 * that is refused is answered and does not stop those after it.
 */
export const applyCommand: Work = (invocation) =>
  withCase(invocation, 'write', async (store) => {
    let failed = 0;
    for (const path of invocation.words.slice(1)) {
      const stream = path === '-' ? invocation.stdin : createReadStream(path);
      try {
        failed += await applyStream(store, stream, invocation);
      } catch (thrown) {
        invocation.signal.throwIfAborted();
        throw thrown instanceof OutputClosed
          ? thrown
          : storageError(thrown, say('doing.readOperations'), path);
      } finally {
        stream.destroy();
      }
    }
    return failed > 0 ? 1 : 0;
  });

/** Number of lines that were refused. */
async function applyStream(
  store: CaseStore,
  stream: Readable,
  { out, signal }: Pick<Invocation, 'out' | 'signal'>,
): Promise<number> {
  let failed = 0;
  const waiting: Promise<void>[] = [];
  let last = Promise.resolve();
  addAbortSignal(signal, stream);
  for await (const line of readLines(stream)) {
    const outcome = applyLine(store, line);
    const before = last;
    last = (async () => {
      const answer = await outcome;
      await before;
      if (!answer.ok) failed++;
      await out.line(JSON.stringify(answer));
    })();
    last.catch(ignore);
    waiting.push(last);
    if (waiting.length >= IN_FLIGHT) await waiting.shift();
    if (out.closed) throw new OutputClosed();
  }
  await last;
  return failed;
}

/** A failed answer rejects all after it; the loop meets the first one, the rest say the same. */
const ignore = (): void => undefined;

async function applyLine(store: CaseStore, line: InputLine): Promise<Answer> {
  try {
    const { n, id } = await store.perform(requestOf(line));
    return { ok: true, n, id };
  } catch (thrown) {
    const { code, message, details } = asAppError(thrown);
    return { ok: false, error: { code, message, details: { ...details, line: line.number } } };
  }
}

function requestOf({ number, text, fault }: InputLine): Request {
  if (text === undefined) throw unreadable(number, fault);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (thrown) {
    const why = thrown instanceof Error ? thrown.message : String(thrown);
    throw new AppError('invalid-input', say('command.lineNotJson', { n: number, why }), {
      line: number,
    });
  }
  const { op, input = {} } = checked(Line, value, say('command.line', { n: number }));
  return { op, input };
}

function unreadable(number: number, fault: InputLine['fault']): AppError {
  return fault === 'too-large'
    ? new AppError(
        'too-large',
        say('command.lineTooLong', { n: number, size: LONGEST_LINE / 1024 / 1024 }),
        { line: number, limit: LONGEST_LINE },
      )
    : new AppError('wrong-encoding', say('command.lineNotUtf8', { n: number }), {
        line: number,
      });
}
