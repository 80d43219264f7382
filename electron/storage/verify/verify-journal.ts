import { GENESIS, type Head } from '#data/storage/format.ts';
import { say } from '#data/words/say.ts';
import { isUnfinished, type JournalLine, type JournalReader } from '../journal/journal-reader.ts';
import { LEFT, unfinishedWords } from '../files/recovery-report.ts';
import type { Checking } from './checking.ts';

/**
 * Every record fits its hash, follows the one before, and the last one is the one we know. The
 * expectation learns what the records must be. A save that was not finished is no problem: nobody was
 * told that it is there.
 */
export async function checkJournal(
  reader: JournalReader,
  head: Head,
  { report, expectation, isWritten, step, breathe }: Checking,
): Promise<void> {
  const complain = (where: string, message: string): void => {
    report.problems.push({ check: 'journal', where, message });
  };
  let last: Head = GENESIS;
  const bad: { line: JournalLine; reason: string }[] = [];
  const complainOfBad = (): void => {
    for (const { line, reason } of bad.splice(0)) {
      complain(placeOf(line), say('checks.lineDoesNotCount', { n: last.n, why: reason }));
    }
  };
  for (const line of reader.lines(1)) {
    await step();
    const place = placeOf(line);
    const seen = reader.see(line);
    if (!seen.ok) {
      bad.push({ line, reason: seen.reason });
      continue;
    }
    complainOfBad();
    const { n, at } = seen.head;
    if (n > head.n) break; // written since the check began
    report.checked.journal++;
    if (n !== last.n + 1) complain(place, say('checks.recordAfter', { n, last: last.n }));
    else if (seen.prev !== last.hash)
      complain(place, say('checks.recordDoesNotFollow', { n, last: last.n }));
    last = { n, at, hash: seen.hash };
    for (const change of reader.recordOf(seen.text).changes) {
      expectation.follow(change);
      await breathe();
    }
  }
  const [first] = bad;
  if (last.n !== head.n || !first || !isUnfinished(first.line)) complainOfBad();
  else if (!isWritten) report.notes.push(unfinishedWords(sizeOf(bad), LEFT));
  if (last.n !== head.n) {
    complain('journal', say('checks.journalEnds', { last: last.n, n: head.n }));
  } else if (last.hash !== head.hash) {
    complain('journal', say('checks.otherRecord', { n: last.n }));
  }
}

const placeOf = ({ segment, offset }: JournalLine): string =>
  say('checks.placeInJournal', { file: segment.name, offset });

/** Bytes of lines with their ends. */
const sizeOf = (bad: readonly { line: JournalLine }[]): number =>
  bad.reduce((sum, { line }) => sum + line.bytes.length + (line.complete ? 1 : 0), 0);
