import { AppError } from '../../../errors.ts';
import { say } from '../../../words/say.ts';
import { latin1 } from '../bytes.ts';
import type { ImportFormat, InnerFile, ReadText, SourceFile } from '../format.ts';
import { Meter, type ImportTools } from '../tools.ts';
import { looksLikeMail } from './eml.ts';
import { beginsLikeBox, boxedMessages, unboxed } from './mail-box.ts';
import { readMessage } from './message.ts';

/** Mail boxes: many messages one behind the other, each a document. */
export const mbox: ImportFormat = {
  id: 'mbox',
  label: say('imports.mailbox'),
  extensions: ['mbox', 'mbx'],
  mediaTypes: ['application/mbox'],
  limit: 1024 * 1024 * 1024,
  holdsMany: true,
  sniff: beginsLikeBox,
  convert: readBox,
};

async function* readBox(
  file: SourceFile,
  tools: ImportTools,
): AsyncGenerator<ReadText | InnerFile> {
  // Each byte is looked at to find the messages, and to read them.
  const meter = new Meter(tools, 2 * file.bytes.length);
  let number = 0;
  for (const { start, end } of boxedMessages(file.bytes, meter.add)) {
    number++;
    const bytes = unboxed(file.bytes.subarray(start, end));
    const share = new Share(meter, end - start);
    const part = say('imports.messageName', { number });
    yield* oneMessage({ ...file, bytes }, part, { ...tools, progress: share.progress });
    share.finish();
  }
  if (number > 0) return;
  if (!looksLikeMail(latin1(file.bytes.subarray(0, 4096)))) throw noBox(file.name);
  yield* readMessage(file, tools);
}

/** The part of the work that a message is. */
class Share {
  readonly #meter: Meter;
  readonly #size: number;
  #told = 0;

  constructor(meter: Meter, size: number) {
    this.#meter = meter;
    this.#size = size;
  }

  readonly progress = (done: number, total: number): void => {
    const now = Math.floor((this.#size * done) / total);
    if (now > this.#told) this.#meter.add(now - this.#told);
    this.#told = Math.max(now, this.#told);
  };

  finish(): void {
    this.progress(1, 1);
  }
}

/** A message and what came with it. One that cannot be read is handed on, to be told as what it is. */
async function* oneMessage(
  file: SourceFile,
  part: string,
  tools: ImportTools,
): AsyncGenerator<ReadText | InnerFile> {
  let isTold = false;
  try {
    for await (const one of readMessage(file, tools)) {
      isTold = true;
      if ('inner' in one) yield { ...one, part: `${part}/${one.part}` };
      else yield { ...one, part, bytes: file.bytes, mediaType: 'message/rfc822' };
    }
  } catch (thrown) {
    if (isTold || !(thrown instanceof AppError)) throw thrown;
    tools.signal.throwIfAborted();
    yield { part: `${part}.eml`, inner: file.bytes };
  }
}

function noBox(file: string): AppError {
  return new AppError('import-failed', say('imports.noMailBox', { file }), { file });
}
