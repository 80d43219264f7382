import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { caseOf, wantedSizes } from './lib/cases.ts';
import { printAgain, printAim, printTable } from './lib/print.ts';
import { figure, ratio, summaryOf } from './lib/quantiles.ts';

/**
 * From starting the command line to the end of its answer, beside a Node that does nothing. Kinds
 * of starts take turns.
 */
const TIMES = 15;

const root = process.env.WAKHAN_ROOT ?? process.cwd();
const wakhan = join(root, 'build/wakhan.mjs');
const run = promisify(execFile);

const commands = new Map<string, string[]>([
  ['node alone', ['--eval', '0']],
  ['operations', [wakhan, 'operations', '--json']],
]);
for (const size of wantedSizes()) {
  const path = await caseOf(size);
  const count = size.documents.toLocaleString('en');
  commands.set(`list tags of ${count} documents`, [wakhan, 'list', path, 'tags', '--json']);
  commands.set(`list ${count} documents`, [wakhan, 'list', path, 'documents', '--json']);
}

const took = new Map<string, number[]>();
for (let time = -1; time < TIMES; time++) {
  for (const [name, args] of commands) {
    const begun = performance.now();
    const { stdout } = await run(process.execPath, args, { maxBuffer: 1e9 });
    if (name !== 'node alone' && stdout.length === 0) throw new Error(`${name}: no answer`);
    if (time >= 0) took.set(name, [...(took.get(name) ?? []), performance.now() - begun]);
  }
}

const sums = [...took].map(([name, series]) => ({ name, ...summaryOf(series) }));
const base = sums[0]?.p50 ?? Number.NaN;
printTable('the command line, start to answer', [
  ['', 'times', 'p50 ms', 'p95 ms', 'to node alone'],
  ...sums.map(({ name, count, p50, p95 }) => [
    name,
    String(count),
    figure(p50),
    figure(p95),
    ratio(p50, base),
  ]),
]);
for (const { name, p50 } of sums.slice(1, 3)) {
  printAim(`${name}: at most 500 ms`, `${figure(p50)} ms`, p50 <= 500);
}
printAgain('command');
