import { expect, test } from 'vitest';
import { backupName, backupsToDrop, readBackupName } from '#data/storage/backup-retention.ts';

test('of backups with the same number the later ones are kept', () => {
  const names = Array.from({ length: 7 }, (_none, hour) =>
    backupName(`2024-05-01T0${hour}:00:00.000Z`, 9),
  );
  const mixed = [3, 0, 6, 2, 5, 1, 4].map((at) => readBackupName(names[at] ?? ''));
  const dropped = backupsToDrop(mixed.filter((one) => one !== undefined));
  expect([...dropped].sort()).toEqual(names.slice(0, 2));
});
