import { GENESIS, type Head } from '#data/storage/format.ts';
import type { JournalReader } from './journal-reader.ts';
import type { Checking } from './verify.ts';

/**
 * Every record fits its hash, follows the one before, and the last one is the one we know. The
 * expectation learns what the records must be.
 */
export async function checkJournal(
  reader: JournalReader,
  head: Head,
  { report, expectation, step, breathe }: Checking,
): Promise<void> {
  const complain = (where: string, message: string): void => {
    report.problems.push({ check: 'journal', where, message });
  };
  let last: Head = GENESIS;
  for (const line of reader.lines(1)) {
    await step();
    const place = `${line.segment.name}, byte ${line.offset}`;
    const seen = reader.see(line);
    if (!seen.ok) {
      complain(place, `The line after record ${last.n} does not count: ${seen.reason}.`);
      continue;
    }
    const { n, at } = seen.head;
    if (n > head.n) break; // written since the check began
    report.checked.journal++;
    if (n !== last.n + 1) complain(place, `Record ${n} stands after record ${last.n}.`);
    else if (seen.prev !== last.hash)
      complain(place, `Record ${n} does not follow record ${last.n}.`);
    last = { n, at, hash: seen.hash };
    for (const change of reader.recordOf(seen.text).changes) {
      expectation.follow(change);
      await breathe();
    }
  }
  if (last.n !== head.n) {
    complain('journal', `The journal ends with record ${last.n} instead of ${head.n}.`);
  } else if (last.hash !== head.hash) {
    complain('journal', `Record ${last.n} is not the one that was written.`);
  }
}
