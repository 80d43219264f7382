import { extname } from 'node:path';
import {
  formatNamed,
  reportFormats,
  type ReportFormat,
} from '#data/formats/report/renderers/registry.ts';
import type { Rendered } from '#data/formats/report/renderers/renderer.ts';
import { Id, Line, Prose } from '#data/model/common.ts';
import { checked } from '#data/operations/edit.ts';
import { say } from '#data/words/say.ts';
import { outputPlace } from '../files/output-place.ts';
import { Converter } from '../import/converter.ts';
import { makeReport } from '../report/make-report.ts';
import { cutPictures } from '../report/pictures.ts';
import { type ReportWish } from '#data/formats/report/renderers/registry.ts';
import type { CaseStore } from '../storage/case-store.ts';
import { sha256 } from '../storage/disk/hash.ts';
import { writeOut } from '../files/write-out.ts';
import { wrongUse } from './wrong-use.ts';
import type { Invocation, Work } from './command.ts';
import { printPdf } from './print-pdf.ts';
import { programVersion } from '../version.ts';
import { withCase } from './with-case.ts';

/** `export`: writes a report to a file that appears whole or not at all. */
export const exportCommand: Work = async (invocation) => {
  const path = invocation.option('output');
  if (path === undefined) throw wrongUse(say('command.sayOutput'));
  const format = formatOf(invocation.option('format') ?? extname(path).slice(1));
  const place = await outputPlace(path, say('doing.saveReport'));
  return withCase(invocation, 'read', async (store) => {
    const { json, out, signal } = invocation;
    const rendered = await rendering(store, { format, ...wordsOf(store, invocation) }, invocation);
    const bytes =
      'print' in rendered ? await printPdf(rendered.print, signal) : Buffer.from(rendered.file);
    await writeOut(place, bytes, say('doing.saveReport'));
    const result = { file: path, format, size: bytes.length, sha256: sha256(bytes) };
    await out.line(
      json
        ? JSON.stringify(result)
        : say('command.wroteReport', { file: path, sha256: result.sha256 }),
    );
    return 0;
  });
};

/** The report, with pictures cut out of the originals where it quotes rectangles of them. */
async function rendering(
  store: CaseStore,
  wish: ReportWish,
  { launch, signal }: Invocation,
): Promise<Rendered> {
  const made = await makeReport(store, wish);
  if (!('wanted' in made)) return made;
  const converter = new Converter(launch);
  try {
    const pictures = await cutPictures(store, converter, made.wanted, signal);
    // With pictures it wants no more.
    return (await makeReport(store, { ...wish, pictures })) as Rendered;
  } finally {
    converter.stop();
  }
}

function formatOf(word: string): ReportFormat {
  const format = formatNamed(word);
  if (format) return format;
  throw wrongUse(say('command.sayFormat', { formats: reportFormats.join(', ') }));
}

function wordsOf(store: CaseStore, { option }: Invocation): Omit<ReportWish, 'format'> {
  const header = store.state.get('case', 'case');
  const summary = option('summary') ?? header?.summary;
  const sections = option('sections')?.split(',');
  return {
    title: checked(Line, option('title') ?? header?.title, say('command.exportTitle')),
    ...(summary === undefined
      ? {}
      : { summary: checked(Prose, summary, say('command.exportSummary')) }),
    ...(sections ? { sections: checked(Id.array(), sections, say('command.exportSections')) } : {}),
    generator: `Wakhan ${programVersion()}`,
  };
}
