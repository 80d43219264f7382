import { openCase } from '../../electron/storage/open/open-case.ts';
import { caseOf, MILLION, usualSizes } from './lib/cases.ts';
import { printAgain, printTable } from './lib/print.ts';
import { figure } from './lib/quantiles.ts';

/** Makes the cases that the other benches measure with, and checks each whole as an analyst would. */
const rows = [['documents', 'highlights', 'journal records', 'checked in s', 'problems']];
for (const size of [...usualSizes, MILLION]) {
  const store = await openCase(await caseOf(size), { author: 'bench', readOnly: true });
  const begun = performance.now();
  const { checked, problems } = await store.verify();
  rows.push([
    String(size.documents),
    String(checked.quotes),
    String(checked.journal),
    figure((performance.now() - begun) / 1000),
    String(problems.length),
  ]);
  await store.close();
}
printTable('generated cases', rows);
printAgain('generate');
