import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import codebook from '#data/codebooks/security-alliances.json';
import { Codebook } from '#data/model/codebook.ts';
import { createCase } from '../../electron/storage/open/create-case.ts';
import { launchNode } from '../../electron/background/launch-node.ts';
import { Converter } from '../../electron/import/converter.ts';
import { findFiles } from '../../electron/import/find-files.ts';
import { importFiles } from '../../electron/import/import-files.ts';
import { scratchOf } from './lib/cases.ts';
import { printAgain, printSkipped, printTable } from './lib/print.ts';
import { figure, ratio, summaryOf } from './lib/quantiles.ts';
import { Dice, prose } from './lib/words.ts';

/**
 * Importing files into a new case, as the command line does it: read, convert, keep original and
 * working text, add the document; each file durable before the next. The floor copies each file
 * twice and waits for the disk three times, which is the least that this can be.
 */
const TIMES = 5;
const GENERATED = 1_000;
const LENGTH = 6_000;

const root = process.env.WAKHAN_ROOT ?? process.cwd();
const corpus = resolve(root, process.env.WAKHAN_CORPUS ?? '../shared/corpus');

const scratch = scratchOf('import');
const rows = [['', 'files', 'KB', 'times', 'p50 ms', 'a file ms', 'longest file ms', 'to floor']];
const texts = filesIn(corpus);
if (texts.length > 0) rows.push(await compare('the corpus', corpus));
else printSkipped('the corpus', 'no texts in ../shared/corpus; name their folder in WAKHAN_CORPUS');
rows.push(await compare('generated pages of news', generated(join(scratch, 'generated'))));
rmSync(scratch, { recursive: true });
printTable('importing into a new case', rows);
printAgain('import');

async function compare(title: string, folder: string): Promise<string[]> {
  const files = filesIn(folder);
  const size = files.reduce((sum, path) => sum + readFileSync(path).length, 0);
  const bare: number[] = [];
  const whole: number[] = [];
  const single: number[] = [];
  for (let time = 0; time < TIMES; time++) {
    bare.push(await copyAll(files, scratchOf('floor')));
    const each = await importAll(files);
    whole.push(each.reduce((sum, took) => sum + took, 0));
    single.push(...each);
  }
  const { p50 } = summaryOf(whole);
  return [
    title,
    String(files.length),
    figure(size / 1024),
    String(TIMES),
    figure(p50),
    figure(p50 / files.length),
    figure(summaryOf(single).max),
    ratio(p50, summaryOf(bare).p50),
  ];
}

/** Milliseconds that each file took. */
async function importAll(files: readonly string[]): Promise<number[]> {
  const folder = scratchOf('imported');
  const store = await createCase(join(folder, 'bench.case'), {
    author: 'bench',
    title: 'Import',
    codebook: Codebook.parse(codebook),
  });
  const converter = new Converter(launchNode(join(root, 'dist/cli/worker.js')));
  const { signal } = new AbortController();
  const how = { method: 'bench', collector: 'bench' };
  const took: number[] = [];
  let begun = performance.now();
  for await (const { file, result } of importFiles(findFiles(files), {
    store,
    converter,
    how,
    signal,
  })) {
    if (result !== 'imported') throw new Error(`${file} was not imported: ${result}`);
    took.push(performance.now() - begun);
    begun = performance.now();
  }
  converter.stop();
  await store.close();
  rmSync(folder, { recursive: true });
  return took;
}

async function copyAll(files: readonly string[], folder: string): Promise<number> {
  const begun = performance.now();
  const journal = await open(join(folder, 'journal'), 'a');
  for (const [at, path] of files.entries()) {
    const bytes = readFileSync(path);
    for (const copy of ['original', 'text']) {
      const file = await open(join(folder, `${at}-${copy}`), 'w');
      await file.write(bytes);
      await file.datasync();
      await file.close();
    }
    await journal.write(`${path}\n`);
    await journal.datasync();
  }
  await journal.close();
  const took = performance.now() - begun;
  rmSync(folder, { recursive: true });
  return took;
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => !name.startsWith('.'))
      .map((name) => join(folder, name));
  } catch {
    return [];
  }
}

/** A folder of made-up texts. */
function generated(folder: string): string {
  mkdirSync(folder);
  const dice = new Dice(6);
  for (let number = 1; number <= GENERATED; number++) {
    writeFileSync(join(folder, `note-${number}.txt`), prose(dice, LENGTH));
  }
  return folder;
}
