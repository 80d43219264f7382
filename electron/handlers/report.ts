import { basename } from 'node:path';
import type { CallInput } from '#data/api/api.ts';
import type { ReportFormat } from '#data/formats/report/renderers/registry.ts';
import { say } from '#data/words/say.ts';
import { askReport } from '../window/dialogs.ts';
import type { OutputPlace } from '../files/output-place.ts';
import type { JobHandle } from '../jobs/jobs.ts';
import { PREVIEW_ORIGIN } from '../security/content-policy.ts';
import type { Page } from '../security/pages.ts';
import { printToPdf } from '../print/print.ts';
import type { MadeReport } from '../report/report-maker.ts';
import { hashed } from '../storage/disk/sliced-bytes.ts';
import { TimeSlice } from '../storage/disk/time-slice.ts';
import { writeOut } from '../files/write-out.ts';
import type { HandlerContext } from './context.ts';
import type { HandlersOf } from './handlers-of.ts';

type Words = CallInput<'report.preview'>;

/** Calls that make reports of the open case, beside it. */
export function reportHandlers(context: HandlerContext): HandlersOf<'report'> {
  return {
    'report.preview': (words) =>
      context.jobs.run('preview', say('jobs.previewing'), async (job) => {
        const made = await make(context, words, 'html', job);
        if ('file' in made) showPreview(context, made.file);
        return { address: context.pages.previewAddress };
      }),
    'report.export': async ({ format, ...words }) => {
      const checkSame = context.cases.hold();
      const place = await askReport(context.window, words.title, format);
      if (place === null) return null;
      checkSame();
      return context.jobs.run(
        'export',
        say('jobs.exporting', { file: basename(place.path) }),
        (job) => save(context, words, { format, place }, job),
      );
    },
  };
}

/** A frame that shows an earlier preview is loaded anew, which keeps the place that is read. */
function showPreview({ window, pages }: HandlerContext, html: Page): void {
  pages.preview = html;
  for (const frame of window.webContents.mainFrame.frames) {
    if (frame.url.startsWith(`${PREVIEW_ORIGIN}/`)) frame.reload();
  }
}

function make(
  { cases, reports, generator }: HandlerContext,
  words: Words,
  format: ReportFormat,
  { signal, progress }: JobHandle,
): Promise<MadeReport> {
  return reports.make(cases.current, { ...words, generator, format }, { signal, progress });
}

async function save(
  context: HandlerContext,
  words: Words,
  { format, place }: { format: ReportFormat; place: OutputPlace },
  job: JobHandle,
): Promise<{ file: string; sha256: string }> {
  const made = await make(context, words, format, job);
  const name = basename(place.path);
  // How long Chromium takes nobody knows.
  if ('print' in made) job.progress(0, 0, say('jobs.printing', { file: name }));
  const bytes =
    'print' in made ? await printToPdf(made.print, context.pages, job.signal) : made.file;
  job.signal.throwIfAborted();
  job.progress(0, 0, say('jobs.writing', { file: name }));
  await writeOut(place, bytes, say('doing.saveReport'));
  const sha256 = (await hashed([bytes], new TimeSlice())).toString('hex');
  return { file: context.written.add(place.path), sha256 };
}
