import './frames.ts';
import { WINDOW_ORIGIN, type Refusal, type ToFrame } from '../pages/wire.ts';
import { LibraryFiles } from './library-files.ts';
import type { PageFile } from './page-file.ts';
import { openPdf } from './pdf-file.ts';
import { openPicture } from './picture-file.ts';

/** One file at a time: another one that is opened takes its place. */
let open: PageFile | undefined;
const working = new Map<number, AbortController>();

addEventListener('message', (event) => {
  const [port] = event.ports;
  if (event.origin !== WINDOW_ORIGIN || event.source !== parent || !port) return;
  const files = new LibraryFiles(port);
  port.onmessage = ({ data }: MessageEvent<ToFrame>): void => {
    if ('cancel' in data) working.get(data.cancel)?.abort();
    else if ('file' in data) files.take(data.file, data.bytes);
    else void answer(port, data, files);
  };
});

type Asking = Extract<ToFrame, { question: unknown }>;

async function answer(port: MessagePort, asking: Asking, files: LibraryFiles): Promise<void> {
  const { id } = asking;
  const control = new AbortController();
  working.set(id, control);
  try {
    const found = await answerTo(asking, files, control.signal);
    const moved = found instanceof ImageBitmap ? [found] : [];
    port.postMessage({ id, answer: found }, moved);
  } catch (thrown) {
    port.postMessage({ id, refused: refusalOf(thrown, control.signal) });
  } finally {
    working.delete(id);
  }
}

async function answerTo(
  asking: Asking,
  files: LibraryFiles,
  signal: AbortSignal,
): Promise<unknown> {
  if (asking.question === 'open') {
    await open?.close();
    open = undefined;
    const isPdf = asking.ask.mediaType === 'application/pdf';
    open = await (isPdf ? openPdf(asking.ask, files) : openPicture(asking.ask));
    return open.opened();
  }
  if (!open) throw new Error(asking.question);
  switch (asking.question) {
    case 'sizes':
      return open.sizes(asking.ask.from, asking.ask.to);
    case 'draw':
      return open.draw(asking.ask.page, asking.ask.scale, signal);
    case 'words':
      return open.words(asking.ask.page);
  }
}

function refusalOf(thrown: unknown, signal: AbortSignal): Refusal {
  if (signal.aborted) return 'cancelled';
  return thrown instanceof Error && thrown.name === 'PasswordException' ? 'password' : 'broken';
}
