import type { CaseParts } from '../snapshots/case-parts.ts';
import { isBeingWritten } from '../lock/lock.ts';
import type { LoadedCase } from './load-case.ts';
import type { Tail } from '../journal/journal-scan.ts';
import type { Head } from '#data/storage/format.ts';
import { say } from '#data/words/say.ts';
import { Journal } from '../journal/journal.ts';
import type { JournalLine, SegmentEnd } from '../journal/journal-reader.ts';
import { unfinishedWords, type RecoveryReport } from '../files/recovery-report.ts';

/**
 * Tells what was wrong in the journal, puts damaged bytes aside and cuts an unfinished save off its
 * end. Returns the journal ready for the next record; in a case open for reading nothing is cut.
 */
export async function repairJournal(
  parts: CaseParts,
  { tail, base }: LoadedCase,
  report: RecoveryReport,
  writable: boolean,
): Promise<Journal> {
  const { disk, paths, reader } = parts;
  const torn = tail.cutShort ? [] : tail.torn;
  tellDamage(tail.cutShort ? [...tail.bad, ...tail.torn] : tail.bad, report);
  tellChain({ tail, base }, report);
  // In the hands of somebody who is writing now, the last line is just being written.
  if (writable || !isBeingWritten(disk, paths.lock)) tellTorn(torn, report);
  const end = reader.end();
  const journal = new Journal(disk, paths.journal, end);
  const [first] = torn;
  if (!writable || !end) return journal;
  if (first) {
    await report.settle();
    const cut: SegmentEnd = { name: first.segment.name, size: first.offset };
    const mending = new Journal(disk, paths.journal, cut);
    await mending.mend();
    return mending;
  }
  if (tail.bad.length > 0 || tail.cutShort) journal.rotate();
  return journal;
}

function tellTorn(lines: readonly JournalLine[], report: RecoveryReport): void {
  const first = lines[0];
  if (!first) return;
  const bytes = joined(lines);
  const where = report.setAside(`${first.offset}-${first.segment.name}`, bytes);
  report.say(unfinishedWords(bytes.length, where));
}

function tellDamage(lines: readonly JournalLine[], report: RecoveryReport): void {
  if (lines.length === 0) return;
  let where = '';
  for (const line of lines) {
    where = report.setAside(`${line.offset}-${line.segment.name}`, line.bytes);
  }
  report.say(say('repairs.unreadable', { count: lines.length, where }));
}

function tellChain({ tail, base }: { tail: Tail; base: Head }, report: RecoveryReport): void {
  if (tail.broken.length > 0) {
    report.say(say('repairs.brokenChain', { records: tail.broken.join(', ') }));
  }
  if (tail.misplaced.length > 0) {
    report.say(say('repairs.misplaced', { records: tail.misplaced.join(', ') }));
  }
  if (tail.cutShort) {
    report.say(say('repairs.cutShort', { n: base.n }));
  }
}

function joined(lines: readonly JournalLine[]): Buffer {
  return Buffer.concat(
    lines.flatMap(({ bytes, complete }) => (complete ? [bytes, Buffer.from('\n')] : [bytes])),
  );
}
