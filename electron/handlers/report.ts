import { basename } from 'node:path';
import type { CallInput } from '#data/api.ts';
import type { ReportFormat } from '#data/formats/report/renderers/registry.ts';
import { say } from '#data/words/say.ts';
import { askReport } from '../window/dialogs.ts';
import type { OutputPlace } from '../files/output-place.ts';
import type { JobHandle } from '../jobs/jobs.ts';
import type { Page } from '../security/pages.ts';
import { printToPdf } from '../print/print.ts';
import type { MadeReport } from '../report/report-maker.ts';
import { hashed } from '../storage/disk/sliced-bytes.ts';
import { TimeSlice } from '../storage/disk/time-slice.ts';
import { writeOut } from '../files/write-out.ts';
import type { Desk } from './context.ts';
import type { HandlersOf } from './handlers-of.ts';

type Words = CallInput<'report.preview'>;

/** Calls that make reports of the open case, beside it. */
export function reportHandlers(desk: Desk): HandlersOf<'report'> {
  return {
    'report.preview': (words) =>
      desk.jobs.run('preview', say('jobs.previewing'), async (job) => {
        const made = await make(desk, words, 'html', job);
        if ('file' in made) showPreview(desk, made.file);
        return { address: desk.pages.previewAddress };
      }),
    'report.export': async ({ format, ...words }) => {
      const checkSame = desk.cases.hold();
      const place = await askReport(desk.window, words.title, format);
      if (place === null) return null;
      checkSame();
      return desk.jobs.run('export', say('jobs.exporting', { file: basename(place.path) }), (job) =>
        save(desk, words, { format, place }, job),
      );
    },
  };
}

/** A frame that shows an earlier preview is loaded anew, which keeps the place that is read. */
function showPreview({ window, pages }: Desk, html: Page): void {
  pages.preview = html;
  for (const frame of window.webContents.mainFrame.frames) frame.reload();
}

function make(
  { cases, reports, generator }: Desk,
  words: Words,
  format: ReportFormat,
  { signal, progress }: JobHandle,
): Promise<MadeReport> {
  return reports.make(cases.current, { ...words, generator, format }, { signal, progress });
}

async function save(
  desk: Desk,
  words: Words,
  { format, place }: { format: ReportFormat; place: OutputPlace },
  job: JobHandle,
): Promise<{ file: string; sha256: string }> {
  const made = await make(desk, words, format, job);
  const name = basename(place.path);
  // How long Chromium takes nobody knows.
  if ('print' in made) job.progress(0, 0, say('jobs.printing', { file: name }));
  const bytes = 'print' in made ? await printToPdf(made.print, desk.pages, job.signal) : made.file;
  job.signal.throwIfAborted();
  job.progress(0, 0, say('jobs.writing', { file: name }));
  await writeOut(place, bytes, say('doing.saveReport'));
  const sha256 = (await hashed([bytes], new TimeSlice())).toString('hex');
  return { file: desk.written.add(place.path), sha256 };
}
