import type { CaseModel } from '../state/case-model.svelte.ts';
import {
  FRAME_ORIGIN,
  type Asked,
  type FromFrame,
  type Question,
  type Refusal,
  type ToFrame,
} from './wire.ts';

/** A question that the frame refused, or that nobody wants answered any more. */
export class FrameRefusal extends Error {
  readonly why: Refusal;

  constructor(why: Refusal) {
    super(why);
    this.why = why;
  }
}

interface Waiting {
  resolve: (answer: never) => void;
  reject: (why: FrameRefusal) => void;
}

/**
 * The frame that reads files with pages. It is made with the first question and stays until it is closed; what
 * it says is taken for numbers, words and pictures of a page, never for anything to run.
 */
export class PageFrame {
  readonly #model: CaseModel;
  #element: HTMLIFrameElement | undefined;
  #port: Promise<MessagePort> | undefined;
  readonly #waiting = new Map<number, Waiting>();
  #next = 0;

  constructor(model: CaseModel) {
    this.#model = model;
  }

  /** Asks the frame. Throws {@link FrameRefusal}: `cancelled` when the signal says so or the frame is closed. */
  async ask<Q extends Question>(
    question: Q,
    ask: Asked[Q]['ask'],
    signal?: AbortSignal,
  ): Promise<Asked[Q]['answer']> {
    const port = await (this.#port ??= this.#connect());
    if (signal?.aborted) throw new FrameRefusal('cancelled');
    const id = this.#next++;
    const cancel = (): void => port.postMessage({ cancel: id } satisfies ToFrame);
    signal?.addEventListener('abort', cancel, { once: true });
    try {
      return await new Promise<Asked[Q]['answer']>((resolve, reject) => {
        this.#waiting.set(id, { resolve, reject });
        const moved = 'bytes' in ask ? [ask.bytes] : [];
        port.postMessage({ id, question, ask }, moved);
      });
    } finally {
      signal?.removeEventListener('abort', cancel);
      this.#waiting.delete(id);
    }
  }

  /** Ends the frame with all that it holds. A later question makes another one. */
  close(): void {
    this.#element?.remove();
    this.#element = undefined;
    void this.#port?.then((port) => port.close());
    this.#port = undefined;
    for (const { reject } of this.#waiting.values()) reject(new FrameRefusal('cancelled'));
    this.#waiting.clear();
  }

  async #connect(): Promise<MessagePort> {
    const frame = document.createElement('iframe');
    frame.src = `${FRAME_ORIGIN}/`;
    frame.sandbox.add('allow-scripts', 'allow-same-origin');
    frame.title = '';
    frame.tabIndex = -1;
    frame.ariaHidden = 'true';
    frame.className = 'page-frame';
    this.#element = frame;
    const loaded = new Promise<void>((resolve) => {
      frame.addEventListener('load', () => resolve(), { once: true });
    });
    document.body.append(frame);
    await loaded;
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }: MessageEvent<FromFrame>): void => this.#heard(port1, data);
    frame.contentWindow?.postMessage('pages', FRAME_ORIGIN, [port2]);
    return port1;
  }

  #heard(port: MessagePort, said: FromFrame): void {
    if ('file' in said) return void this.#giveFile(port, said);
    const waiting = this.#waiting.get(said.id);
    if (!waiting) {
      if ('answer' in said && said.answer instanceof ImageBitmap) said.answer.close();
    } else if ('refused' in said) waiting.reject(new FrameRefusal(said.refused));
    else waiting.resolve(said.answer as never);
  }

  async #giveFile(
    port: MessagePort,
    { file, kind, name }: Extract<FromFrame, { file: number }>,
  ): Promise<void> {
    const bytes = await this.#model.ask('page.libraryFile', { kind, name }).catch(() => null);
    port.postMessage({ file, bytes } satisfies ToFrame);
  }
}
