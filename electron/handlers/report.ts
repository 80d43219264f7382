import { basename } from 'node:path';
import { setImmediate as breathe } from 'node:timers/promises';
import type { CallInput, ReportFormat } from '#data/api.ts';
import { buildReport } from '#data/formats/report/build-report.ts';
import type { Report } from '#data/formats/report/report.ts';
import { renderPrint } from '#data/formats/report/render-html.ts';
import { renderReport } from '#data/formats/report/render-report.ts';
import { askReport } from '../dialogs.ts';
import type { OutputPlace } from '../file-place.ts';
import { printToPdf } from '../print.ts';
import { reportFonts } from '../report-fonts.ts';
import type { JobHandle } from '../jobs/jobs.ts';
import { sha256 } from '../storage/hash.ts';
import { writeOut } from '../write-out.ts';
import type { Desk } from './desk.ts';
import type { HandlersOf } from './handlers-of.ts';

type Words = CallInput<'report.preview'>;

/** Calls that make reports of the open case. */
export function reportHandlers(desk: Desk): HandlersOf<'report'> {
  return {
    'report.preview': (words) => {
      const address = showPreview(desk, renderReport(reportOf(desk, words), 'html', reportFonts));
      return { address };
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
function showPreview({ window, pages }: Desk, html: string): string {
  pages.preview = html;
  for (const frame of window.webContents.mainFrame.frames) frame.reload();
  return pages.previewAddress;
}

function reportOf({ cases, generator }: Desk, words: Words): Report {
  const { store } = cases.current;
  return buildReport(store.state, {
    ...words,
    now: new Date().toISOString(),
    generator,
    journal: store.head,
  });
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
  const report = reportOf(desk, words);
  await step(1);
  const bytes =
    format === 'pdf'
      ? await printToPdf(renderPrint(report, reportFonts), desk.pages, signal)
      : Buffer.from(renderReport(report, format, reportFonts));
  await step(2);
  await writeOut(place, bytes, 'save the report');
  return { file: desk.written.add(place.path), sha256: sha256(bytes) };
}
