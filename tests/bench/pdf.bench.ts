import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bareTools } from '#data/formats/import/tools.ts';
import { pdf } from '../../electron/convert/pdf.ts';
import { answerParent, inChild, taskOfChild } from './lib/child.ts';
import { LONG_PDF_PAGES as PAGES, longPdf } from './lib/pdf.ts';
import { printAgain, printAim, printSkipped, printTable } from './lib/print.ts';
import { figure, ratio, summaryOf } from './lib/quantiles.ts';
import { peersFolder } from './lib/installed-peers.ts';

/**
 * Reading a PDF of 300 pages: columns, paragraphs, running lines and all, beside unpdf, which puts the
 * words of each page together as they were drawn. Two releases of pdf.js do not go together in one process,
 * so each measurement has its own.
 */
const TIMES = 3;
const AIM = 15_000;

interface Measured {
  ms: number;
  /** Processor time, which hardly moves on a busy machine. */
  cpu: number;
  letters: number;
}

const task = taskOfChild() as { peer?: string } | undefined;
if (task) answerParent(await measured(task.peer));
else await compare();

async function compare(): Promise<void> {
  const peer = await peersFolder().catch(
    (error: unknown) => new Error(error instanceof Error ? error.message.split('\n')[0] : ''),
  );
  const ours: Measured[] = [];
  const theirs: Measured[] = [];
  for (let time = 0; time < TIMES; time++) {
    ours.push(await inChild<Measured>({}));
    if (!(peer instanceof Error)) theirs.push(await inChild<Measured>({ peer }));
  }
  if (peer instanceof Error) printSkipped('unpdf', peer.message);
  const row = (title: string, some: readonly Measured[]): string[] => [
    title,
    figure(summaryOf(some.map(({ ms }) => ms)).p50 / 1000),
    figure(summaryOf(some.map(({ cpu }) => cpu)).p50 / 1000),
    String(some[0]?.letters ?? 0),
  ];
  const rows = [['', 'p50 s', 'of it CPU s', 'letters'], row('ours, with its layout', ours)];
  if (theirs.length > 0) rows.push(row('unpdf, plain text', theirs));
  printTable(`reading a PDF of ${PAGES} pages`, rows);
  const took = summaryOf(ours.map(({ ms }) => ms)).p50;
  if (theirs.length > 0) {
    console.log(`  ours to unpdf: ${ratio(took, summaryOf(theirs.map(({ ms }) => ms)).p50)}`);
  }
  printAim(`${PAGES} pages in ${AIM / 1000} s`, `${figure(took / 1000)} s`, took <= AIM);
  printAgain('pdf');
}

async function measured(peer: string | undefined): Promise<Measured> {
  const bytes = longPdf(12);
  const read = peer === undefined ? readOurs : await unpdfOf(peer);
  const [start, before] = [performance.now(), process.cpuUsage()];
  const letters = await read(bytes);
  const { user, system } = process.cpuUsage(before);
  return { ms: performance.now() - start, cpu: (user + system) / 1000, letters };
}

async function readOurs(bytes: Uint8Array): Promise<number> {
  let letters = 0;
  for await (const found of pdf.convert({ name: 'bench.pdf', bytes }, bareTools)) {
    if ('text' in found) letters += found.text.length;
  }
  return letters;
}

async function unpdfOf(folder: string): Promise<(bytes: Uint8Array) => Promise<number>> {
  const path = createRequire(join(folder, 'package.json')).resolve('unpdf');
  const unpdf = (await import(pathToFileURL(path).href)) as {
    extractText(bytes: Uint8Array, options: { mergePages: true }): Promise<{ text: string }>;
  };
  return async (bytes) =>
    (await unpdf.extractText(new Uint8Array(bytes), { mergePages: true })).text.length;
}
