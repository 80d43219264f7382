import { bareTools } from '#data/formats/import/tools.ts';
import { docx } from '#data/formats/import/docx/docx.ts';
import { openZip } from '../../electron/convert/zip.ts';
import { docxOf } from './lib/docx.ts';
import { installedPeers } from './lib/installed-peers.ts';
import { printAgain, printSkipped, printTable } from './lib/print.ts';
import { figure, ratio, summaryOf } from './lib/quantiles.ts';
import { wordsIn } from './lib/word-score.ts';
import { Dice, prose } from './lib/words.ts';

/**
 * Reading a Word file of some 300 pages, beside mammoth, which gives HTML of it. They take turns in this
 * process; the words of both are counted, so that nobody is fast by leaving out.
 */
const CHAPTERS = 60;
const PARAGRAPHS = 20;
const LETTERS = 700;
const TIMES = 7;

interface Mammoth {
  convertToHtml(from: { buffer: Buffer }): Promise<{ value: string }>;
}

const dice = new Dice(7);
const chapters = Array.from({ length: CHAPTERS }, () =>
  Array.from({ length: PARAGRAPHS }, () => prose(dice, LETTERS).replace(/\s+/g, ' ').trim()),
);
const bytes = await docxOf(chapters);
const mammoth = await installedPeers().then(
  (load) => load('mammoth') as Mammoth,
  (error: unknown) => (error instanceof Error ? error : new Error(String(error))),
);

const [ours, theirs]: number[][] = [[], []];
const counts = { ours: 0, theirs: 0 };
for (let time = -1; time < TIMES; time++) {
  await timed(time, ours, async () => {
    counts.ours = wordsIn(await readOurs()).length;
  });
  if (mammoth instanceof Error) continue;
  await timed(time, theirs, async () => {
    const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) });
    counts.theirs = wordsIn(value.replace(/<[^>]*>/g, ' ')).length;
  });
}
if (mammoth instanceof Error) printSkipped('mammoth', mammoth.message);
const base = summaryOf(theirs ?? []).p50;
const row = (name: string, series: readonly number[], words: number): string[] => {
  const { p50, max } = summaryOf(series);
  return [name, figure(p50), figure(max), String(words), ratio(p50, base)];
};
printTable(`reading a Word file of ${figure(bytes.length / 1024)} KB`, [
  ['', 'p50 ms', 'max ms', 'words', 'to mammoth'],
  row('ours', ours ?? [], counts.ours),
  ...(theirs?.length ? [row('mammoth', theirs, counts.theirs)] : []),
]);
printAgain('docx');

async function timed(
  time: number,
  series: number[] | undefined,
  run: () => Promise<void>,
): Promise<void> {
  const start = performance.now();
  await run();
  if (time >= 0) series?.push(performance.now() - start);
}

async function readOurs(): Promise<string> {
  let text = '';
  const tools = { ...bareTools, openZip };
  for await (const found of docx.convert({ name: 'bench.docx', bytes }, tools)) {
    if ('text' in found) text += found.text;
  }
  return text;
}
