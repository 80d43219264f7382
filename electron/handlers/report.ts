import { basename } from 'node:path';
import { setImmediate as breathe } from 'node:timers/promises';
import type { CallInput } from '#data/api.ts';
import type { ReportFormat } from '#data/formats/report/renderers/registry.ts';
import type { Rendered } from '#data/formats/report/renderers/renderer.ts';
import { askReport } from '../dialogs.ts';
import type { OutputPlace } from '../file-place.ts';
import { printToPdf } from '../print.ts';
import { makeReport } from '../report/make-report.ts';
import type { JobHandle } from '../jobs/jobs.ts';
import { sha256 } from '../storage/hash.ts';
import { writeOut } from '../write-out.ts';
import type { Desk } from './desk.ts';
import type { HandlersOf } from './handlers-of.ts';

type Words = CallInput<'report.preview'>;

/** Calls that make reports of the open case. */
export function reportHandlers(desk: Desk): HandlersOf<'report'> {
  return {
    'report.preview': async (words) => {
      const rendered = await make(desk, words, 'html');
      if ('file' in rendered) showPreview(desk, rendered.file);
      return { address: desk.pages.previewAddress };
    },
    'report.export': async ({ format, ...words }) => {
      const checkSame = desk.cases.hold();
      const place = await askReport(desk.window, words.title, format);
      if (place === null) return null;
      checkSame();
      return desk.jobs.run('export', `Exporting ${basename(place.path)}`, (job) =>
        save(desk, words, { format, place }, job),
      );
    },
  };
}

/** A frame that shows an earlier preview is loaded anew, which keeps the place that is read. */
function showPreview({ window, pages }: Desk, html: string): void {
  pages.preview = html;
  for (const frame of window.webContents.mainFrame.frames) frame.reload();
}

function make({ cases, generator }: Desk, words: Words, format: ReportFormat): Promise<Rendered> {
  return makeReport(cases.current.store, { ...words, generator, format });
}

/** What is done one after the other: gathering, drawing, writing. */
const STEPS = 3;

async function save(
  desk: Desk,
  words: Words,
  { format, place }: { format: ReportFormat; place: OutputPlace },
  { progress, signal }: JobHandle,
): Promise<{ file: string; sha256: string }> {
  const step = async (nth: number): Promise<void> => {
    progress(nth, STEPS);
    await breathe(); // or nobody could cancel
    signal.throwIfAborted();
  };
  await step(0);
  const rendered = await make(desk, words, format);
  await step(1);
  const bytes =
    'print' in rendered
      ? await printToPdf(rendered.print, desk.pages, signal)
      : Buffer.from(rendered.file);
  await step(2);
  await writeOut(place, bytes, 'save the report');
  return { file: desk.written.add(place.path), sha256: sha256(bytes) };
}
