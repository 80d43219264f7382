import { basename } from 'node:path';
import type { CallInput, ReportFormat } from '#data/api.ts';
import { buildReport } from '#data/formats/report/build-report.ts';
import type { Report } from '#data/formats/report/report.ts';
import { renderReport } from '#data/formats/report/render-report.ts';
import { askReport } from '../dialogs.ts';
import { printToPdf } from '../print.ts';
import { nodeDisk } from '../storage/disk.ts';
import { putFile } from '../storage/durable-file.ts';
import { sha256 } from '../storage/hash.ts';
import { storageError } from '../storage/storage-error.ts';
import type { Desk } from './desk.ts';
import type { HandlersOf } from './handlers-of.ts';

type Words = CallInput<'report.preview'>;

/** Calls that make reports of the open case. */
export function reportHandlers(desk: Desk): HandlersOf<'report'> {
  return {
    'report.preview': (words) => ({ html: renderReport(reportOf(desk, words), 'html') }),
    'report.export': async ({ format, ...words }) => {
      const path = await askReport(desk.window, words.title, format);
      if (path === null) return null;
      return desk.jobs.run('export', `Exporting ${basename(path)}`, () =>
        save(desk, words, format, path),
      );
    },
  };
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

async function save(
  desk: Desk,
  words: Words,
  format: ReportFormat,
  path: string,
): Promise<{ file: string; sha256: string }> {
  const report = reportOf(desk, words);
  const bytes =
    format === 'pdf'
      ? await printToPdf(renderReport(report, 'html'), desk.pages)
      : Buffer.from(renderReport(report, format));
  try {
    await putFile(nodeDisk, path, bytes);
  } catch (error) {
    throw storageError(error, 'save the report', path);
  }
  return { file: basename(path), sha256: sha256(bytes) };
}
