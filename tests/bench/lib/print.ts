/** Prints a table in columns; the first line is the heading. Numbers stand to the right. */
export function printTable(title: string, rows: readonly (readonly string[])[]): void {
  const widths: number[] = [];
  for (const row of rows) {
    row.forEach((cell, column) => {
      widths[column] = Math.max(widths[column] ?? 0, cell.length);
    });
  }
  console.log(`\n${title}`);
  for (const row of rows) {
    const cells = row.map((cell, column) =>
      column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
    );
    console.log(`  ${cells.join('   ').trimEnd()}`);
  }
}

/** Says whether an aim was met, with the measured value; an aim missed is no failure of the run. */
export function printAim(aim: string, measured: string, met: boolean): void {
  console.log(`  ${met ? 'met   ' : 'MISSED'}  ${aim}: ${measured}`);
}

/** Says what a run does without, and why. */
export function printSkipped(what: string, reason: string): void {
  console.log(`  skipped: ${what} (${reason})`);
}

/** Says which command measures the same again. */
export function printAgain(name: string): void {
  console.log(`  again: npm run bench ${name}`);
}
