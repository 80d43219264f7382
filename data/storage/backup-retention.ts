/** A backup as its name tells it: when it was made (UTC), and the journal number it holds. */
export interface BackupName {
  name: string;
  at: string;
  n: number;
}

/** How many are kept: the newest, and then one a day and one a week for a while. */
const NEWEST = 5;
const DAYS = 7;
const WEEKS = 4;
const DAY = 24 * 60 * 60 * 1000;

const form = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z-(\d{6,})\.wakhan$/;

/** Records from which on a case without any backup is worth one. */
const WORTH = 50;

/**
 * Whether it is time for another backup of a case whose last record is `n`: something changed since
 * the newest, and that one is a day old; or there is none and the case has come to something. A
 * backup from the future (a clock that was wrong) does not keep the next one back.
 */
export function isBackupDue(newest: BackupName | undefined, n: number, now: string): boolean {
  if (!newest) return n >= WORTH;
  const age = Date.parse(now) - Date.parse(newest.at);
  return newest.n < n && (age >= DAY || age < 0);
}

/** Name of a backup: sorted by name they are sorted by time. */
export function backupName(at: string, n: number): string {
  return `${at.slice(0, 19).replace(/[-:]/g, '')}Z-${String(n).padStart(6, '0')}.wakhan`;
}

/** Reads a backup's name; undefined when it is not one of ours. */
export function readBackupName(name: string): BackupName | undefined {
  const match = form.exec(name);
  if (!match) return undefined;
  const [, year, month, day, hour, minute, second, n] = match;
  return { name, at: `${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`, n: Number(n) };
}

/**
 * Backups that need not be kept: not among the newest {@link NEWEST}, not the last of one of the last
 * {@link DAYS} days or {@link WEEKS} weeks that have one. Order is by journal number, never by clock; days
 * are counted in backups, so that a wrong clock empties nothing.
 */
export function backupsToDrop(backups: readonly BackupName[]): string[] {
  const newestFirst = [...backups].sort((a, b) => b.n - a.n || (a.name < b.name ? 1 : -1));
  const kept = new Set(newestFirst.slice(0, NEWEST).map(({ name }) => name));
  keepOnePer(newestFirst, DAYS, DAY, kept);
  keepOnePer(newestFirst, WEEKS, 7 * DAY, kept);
  return newestFirst.filter(({ name }) => !kept.has(name)).map(({ name }) => name);
}

function keepOnePer(
  newestFirst: readonly BackupName[],
  count: number,
  span: number,
  kept: Set<string>,
): void {
  const seen = new Set<number>();
  for (const { name, at } of newestFirst) {
    const period = Math.floor(Date.parse(at) / span);
    if (seen.has(period)) continue;
    if (seen.size === count) return;
    seen.add(period);
    kept.add(name);
  }
}
