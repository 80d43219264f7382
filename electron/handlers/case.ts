import { basename } from 'node:path';
import alliances from '#data/codebooks/security-alliances.json' with { type: 'json' };
import { Codebook } from '#data/model/codebook.ts';
import { say } from '#data/words/say.ts';
import { writeArchive } from '../storage/archive/write-archive.ts';
import { askArchive, askArchiveTarget, askCase, askCaseFolder } from '../window/dialogs.ts';
import { restoreArchive } from '../storage/archive/restore-archive.ts';
import { newVault } from '../storage/vault/vault.ts';
import type { HandlerContext } from './context.ts';
import type { HandlersOf } from './handlers-of.ts';
import { protectionHandlers, type ProtectionCall } from './protection.ts';

const codebook = Codebook.parse(alliances);

/** Calls about cases as a whole, and the one call that changes a case. */
export function caseHandlers(context: HandlerContext): HandlersOf<'case'> {
  return { ...placeHandlers(context), ...workHandlers(context), ...protectionHandlers(context) };
}

type CaseHandlers = HandlersOf<'case'>;
type WorkCall =
  | 'case.close'
  | 'case.perform'
  | 'case.history'
  | 'case.verify'
  | 'case.saveView'
  | 'case.saveDrafts'
  | 'case.retry';

/** Where cases are made, opened and copied to. */
function placeHandlers(context: HandlerContext): Omit<CaseHandlers, WorkCall | ProtectionCall> {
  const { window, cases, jobs, recent, work } = context;
  return {
    'case.recent': () => recent.list(),
    'case.create': async ({ title, marking, passphrase, recoveryKey: wanted = false }) => {
      // Before the dialog: what is wrong with a passphrase is said while it stands in its field.
      const made = passphrase === undefined ? undefined : await newVault(passphrase, wanted);
      const path = await askCaseFolder(window, 'create', title);
      if (path === null) return null;
      const { recoveryKey, ...vault } = made ?? {};
      const snapshot = await cases.create(path, {
        title,
        codebook,
        ...(marking && { marking }),
        ...('key' in vault && { vault }),
      });
      return { snapshot, ...(recoveryKey !== undefined && { recoveryKey }) };
    },
    'case.choose': async () => {
      const path = await askCase(window);
      return path === null ? null : cases.open(path);
    },
    'case.open': ({ key }) => cases.open(context.folderKeys.pathOf(key) ?? recent.pathOf(key)),
    'case.current': () => cases.shown(),
    'case.saveCopy': async () => {
      const { path: from } = cases.current;
      const checkSame = cases.hold();
      const path = await askCaseFolder(
        window,
        'copy',
        say('desktop.copyName', { name: basename(from, '.case') }),
      );
      if (path === null) return null;
      checkSame();
      await jobs.run('copy', say('jobs.copying', { folder: basename(path) }), (job) =>
        cases.saveCopy(path, job),
      );
      return { key: context.folderKeys.keyFor(path), folder: basename(path) };
    },
    'case.exportFile': async () => {
      const { store, path: from } = cases.current;
      const checkSame = cases.hold();
      const path = await askArchiveTarget(window, basename(from, '.case'));
      if (path === null) return null;
      checkSame();
      await jobs.run('copy', say('jobs.writing', { file: basename(path) }), (job) =>
        writeArchive(store, path, job),
      );
      return { file: context.written.add(path) };
    },
    'case.importFile': async () => {
      const file = await askArchive(window);
      if (file === null) return null;
      const path = await askCaseFolder(window, 'unpack', basename(file, '.wakhan'));
      if (path === null) return null;
      await jobs.run('copy', say('jobs.unpacking', { file: basename(file) }), (job) =>
        restoreArchive(file, path, { ...job, work }),
      );
      return cases.open(path);
    },
  };
}

/** Work on the open case. */
function workHandlers({ cases, jobs }: HandlerContext): Pick<CaseHandlers, WorkCall> {
  return {
    'case.close': async () => {
      await cases.close();
      return null;
    },
    'case.perform': async (request) => {
      const { n, id, at } = await cases.current.store.perform(request);
      return { n, id, at };
    },
    'case.history': ({ before, limit }) => cases.current.store.history(limit, before),
    'case.verify': () => {
      const { store } = cases.current;
      return jobs.run('verify', say('jobs.checking'), (job) => store.verify(job));
    },
    'case.saveView': async ({ view }) => {
      await cases.saveView(view);
      return null;
    },
    'case.saveDrafts': async ({ drafts }) => {
      const { store } = cases.current;
      if (store.status.mode === 'writable') await store.drafts.write(drafts);
      return null;
    },
    'case.retry': () => cases.retry(),
  };
}
