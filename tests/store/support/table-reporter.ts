import type { Reporter, TestCase, TestModule } from 'vitest/node';
import type { Row } from './tally.ts';

const HEADS = ['fault', 'tries', 'lost', 'silent drops', 'time', ''];

/**
 * Prints one line per fault as soon as it is proved, since all of them take an hour, and a table of
 * them at the end, with those that could not run here.
 */
export class TableReporter implements Reporter {
  onTestCaseResult(test: TestCase): void {
    const line = lineOf(test);
    if (line) console.log(line.join(' · '));
  }

  onTestRunEnd(modules: readonly TestModule[]): void {
    const tests = modules.flatMap((one) => [...one.children.allTests()]);
    const lines = tests.map(lineOf).filter((line) => line !== undefined);
    if (lines.length === 0) return;
    const widths = HEADS.map((head, column) =>
      Math.max(...[HEADS, ...lines].map((line) => (line[column] ?? head).length)),
    );
    const print = (cells: readonly string[]): void =>
      console.log(
        cells
          .map((cell, column) => cell.padEnd(widths[column] ?? 0))
          .join('  ')
          .trimEnd(),
      );
    console.log('');
    print(HEADS);
    for (const line of lines) print(line);
  }
}

function lineOf(test: TestCase): string[] | undefined {
  const row: Row | undefined = test.meta().row;
  const result = test.result();
  if (result.state === 'skipped') return [test.name, '-', '-', '-', '-', 'skipped'];
  if (!row) return undefined;
  const { fault, tries, lost, silent, seconds, note } = row;
  const failed = result.state === 'failed' ? 'FAILED ' : '';
  return [fault, ...[tries, lost, silent].map(String), `${seconds.toFixed(1)} s`, failed + note];
}
