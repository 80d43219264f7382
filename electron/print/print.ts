import { session, WebContentsView } from 'electron';
import type { Page, Pages } from '../security/pages.ts';
import { PREVIEW_ORIGIN } from '../security/content-policy.ts';
import { servePages } from '../security/protocol.ts';

/** An empty head; without one Chromium prints date and title there. */
const NOTHING = '<span></span>';

/**
 * Turns a report into a PDF: a page of its own, in no window, without script and without a way to the
 * program, loads it under the policy of previews. That works without a screen too. Its session is in memory
 * only, so that no word of a report is written anywhere but into the PDF. Marks headings for readers and
 * screen readers. Rejects with the reason of the signal when that stops it.
 */
export async function printToPdf(
  { html, footer }: { html: Page; footer: string },
  pages: Pages,
  signal?: AbortSignal,
): Promise<Uint8Array> {
  signal?.throwIfAborted();
  const name = pages.add(html);
  const view = hiddenView(pages); // its page goes with it
  const { webContents: page } = view;
  const stop = stopOf(signal);
  try {
    await Promise.race([stop.asked, page.loadURL(`${PREVIEW_ORIGIN}/${name}`)]);
    const pdf = page.printToPDF({
      pageSize: 'A4',
      printBackground: true,
      preferCSSPageSize: true,
      displayHeaderFooter: true,
      headerTemplate: NOTHING,
      footerTemplate: footer,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    });
    return await Promise.race([stop.asked, pdf]);
  } finally {
    stop.release();
    view.webContents.close();
    pages.remove(name);
  }
}

/** `asked` rejects when the signal says so; a page that goes then does not settle by itself. */
function stopOf(signal?: AbortSignal): { asked: Promise<never>; release: () => void } {
  let onAbort = (): void => undefined;
  const asked = new Promise<never>((_resolve, reject) => {
    onAbort = () => reject(signal?.reason as Error);
  });
  asked.catch(() => undefined); // heard where it is raced with
  signal?.addEventListener('abort', onAbort);
  return { asked, release: () => signal?.removeEventListener('abort', onAbort) };
}

/** The one session of all prints; a name without `persist:` keeps it off the disk. */
let printing: Electron.Session | undefined;

function hiddenView(pages: Pages): WebContentsView {
  if (!printing) {
    printing = session.fromPartition('printing', { cache: false });
    servePages(printing, pages);
  }
  return new WebContentsView({
    webPreferences: {
      session: printing,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      javascript: false,
      spellcheck: false,
    },
  });
}
