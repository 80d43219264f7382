import { statSync } from 'node:fs';
import { basename } from 'node:path';
import type { BackupInfo } from '#data/api/backup.ts';
import { AppError } from '#data/errors.ts';
import { say } from '#data/words/say.ts';
import { askCaseFolder } from '../window/dialogs.ts';
import { Backups } from '../storage/archive/backups.ts';
import { restoreArchive } from '../storage/archive/restore-archive.ts';
import type { HandlerContext } from './context.ts';
import type { HandlersOf } from './handlers-of.ts';

/** Calls about the backups of the open case. */
export function backupHandlers({
  window,
  cases,
  jobs,
  folderKeys,
  work,
}: HandlerContext): HandlersOf<'backup'> {
  return {
    'backup.list': () => listOf(new Backups(cases.current.path)),
    'backup.make': async () => {
      const { store, path } = cases.current;
      const backups = new Backups(path);
      await jobs.run('backup', say('jobs.backingUp'), (job) => backups.make(store, job));
      return listOf(backups);
    },
    'backup.restore': async ({ name }) => {
      const { path: from } = cases.current;
      const archive = new Backups(from).path(name);
      if (archive === undefined) throw goneAlready(name);
      const proposed = say('desktop.backupName', {
        name: basename(from, '.case'),
        date: `${name.slice(0, 4)}-${name.slice(4, 6)}-${name.slice(6, 8)}`,
      });
      const path = await askCaseFolder(window, 'restore', proposed);
      if (path === null) return null;
      await jobs.run('copy', say('jobs.restoring', { folder: basename(path) }), (job) =>
        restoreArchive(archive, path, { ...job, work }),
      );
      return { key: folderKeys.keyFor(path), folder: basename(path) };
    },
  };
}

function listOf(backups: Backups): BackupInfo[] {
  return backups.list().map((one) => ({ ...one, size: sizeOf(backups.path(one.name)) }));
}

/** A backup may go between the list and the look at it. */
function sizeOf(path: string | undefined): number {
  return (path !== undefined && statSync(path, { throwIfNoEntry: false })?.size) || 0;
}

function goneAlready(name: string): AppError {
  return new AppError('unknown-id', say('desktop.backupGone'), { id: name, kind: 'backup' });
}
