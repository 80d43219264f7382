import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { ZipFile } from 'yazl';
import { AppError } from '#data/errors.ts';
import { Backups } from '../../../../electron/storage/archive/backups.ts';
import { restoreArchive } from '../../../../electron/storage/archive/restore-archive.ts';
import { writeArchive, writeFiles } from '../../../../electron/storage/archive/write-archive.ts';
import { casePaths } from '../../../../electron/storage/files/case-paths.ts';
import { nodeDisk, type Disk } from '../../../../electron/storage/disk/disk.ts';
import { newVault } from '../../../../electron/storage/vault/vault.ts';
import { contents, mark, newCase, reopened, temporaryFolder } from '../helpers.ts';

vi.setConfig({ testTimeout: 60_000 });

/** A ZIP with these entries, as a stranger may send it. */
async function zipOf(entries: Record<string, string>): Promise<string> {
  const zip = new ZipFile();
  for (const [name, text] of Object.entries(entries)) zip.addBuffer(Buffer.from(text), name);
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(Buffer.from(chunk));
  const path = join(temporaryFolder(), 'foreign.wakhan');
  writeFileSync(path, Buffer.concat(chunks));
  return path;
}

describe('a case in one file', () => {
  test('comes back with everything it held, its history too', async () => {
    const { store, folder } = await newCase();
    await mark(store, 'h1');
    await store.checkpoint();
    await mark(store, 'h2', 9);
    const before = contents(store.state);
    const { head } = store;
    await writeArchive(store, `${folder}.wakhan`);
    await mark(store, 'h3', 14);
    await store.close();
    await restoreArchive(`${folder}.wakhan`, `${folder}-back.case`);
    const back = await reopened(`${folder}-back.case`);
    expect(contents(back.state)).toEqual(before);
    expect(back.head).toEqual(head);
    expect((await back.verify()).problems).toEqual([]);
    expect(back.status.recovery).toEqual([]);
  });

  test('stays encrypted', async () => {
    const passphrase = 'four snow leopards';
    const { store, folder } = await newCase({ vault: await newVault(passphrase, false) });
    await mark(store, 'h1');
    const before = contents(store.state);
    await writeArchive(store, `${folder}.wakhan`);
    await store.close();
    expect(readFileSync(`${folder}.wakhan`).includes('ministers')).toBe(false);
    await restoreArchive(`${folder}.wakhan`, `${folder}-back.case`);
    const back = await reopened(`${folder}-back.case`, { secret: { passphrase } });
    expect(contents(back.state)).toEqual(before);
  });

  test('is refused when any byte of it is another, and nothing is left', async () => {
    const { store, folder } = await newCase();
    await writeArchive(store, `${folder}.wakhan`);
    await store.close();
    const whole = readFileSync(`${folder}.wakhan`);
    for (let at = 40; at < whole.length; at += Math.ceil(whole.length / 25)) {
      const bytes = Buffer.from(whole);
      bytes[at] = (bytes[at] ?? 0) ^ 0x20;
      writeFileSync(`${folder}.wakhan`, bytes);
      const target = `${folder}-${at}.case`;
      try {
        await restoreArchive(`${folder}.wakhan`, target);
        // A byte that nothing depends on (a time stamp): then the case must be whole.
        expect((await (await reopened(target)).verify()).problems).toEqual([]);
      } catch (error) {
        expect(['damaged', 'not-a-case']).toContain((error as AppError).code);
        expect(nodeDisk.exists(target)).toBe(false);
      }
    }
  });

  test.each(['evil.json', 'sources/UPPER', 'journal/../../x', 'documents/a b.json'])(
    'with a file %s is refused',
    async (name) => {
      const path = await zipOf({ [name.replace('../../', 'a/')]: 'x', 'manifest.json': '{}' });
      const target = join(temporaryFolder(), 'x.case');
      await expect(restoreArchive(path, target)).rejects.toMatchObject({ code: 'damaged' });
      expect(nodeDisk.exists(target)).toBe(false);
    },
  );

  test('is not any file', async () => {
    const path = join(temporaryFolder(), 'x.wakhan');
    writeFileSync(path, 'no zip');
    await expect(restoreArchive(path, `${path}.case`)).rejects.toMatchObject({
      code: 'not-a-case',
    });
  });

  test('does not unpack over something that is there', async () => {
    const { store, folder } = await newCase();
    await writeArchive(store, `${folder}.wakhan`);
    await store.close();
    await expect(restoreArchive(`${folder}.wakhan`, folder)).rejects.toMatchObject({
      code: 'case-exists',
    });
  });
});

describe('writing an archive', () => {
  test('tells how far it is, and leaves nothing behind when it is stopped', async () => {
    const { store, folder } = await newCase();
    const target = `${folder}.wakhan`;
    const seen: number[] = [];
    await writeArchive(store, target, { progress: (done, total) => seen.push(done / total) });
    expect(seen[0]).toBe(0);
    expect(seen).toEqual([...seen].sort((one, other) => one - other));
    expect(seen.at(-1)).toBeLessThan(1);
    const before = readFileSync(target);
    await mark(store, 'h1');
    const reason = new AppError('cancelled', 'Stopped.');
    for (const after of [0, seen.length / 2, seen.length - 1]) {
      const abort = new AbortController();
      const progress = (done: number) => (done >= after ? abort.abort(reason) : undefined);
      const stopped = writeArchive(store, target, { progress, signal: abort.signal });
      await expect(stopped).rejects.toBe(reason);
      expect(readFileSync(target)).toEqual(before);
      expect(readdirSync(dirname(target)).filter((name) => name.endsWith('.tmp'))).toEqual([]);
    }
    await store.close();
  });
});

describe('a disk that fails while an archive is written', () => {
  test('is told, and leaves nothing behind', async () => {
    const { store, folder } = await newCase();
    await store.close();
    const fault = Object.assign(new Error('EIO: i/o error, read'), { code: 'EIO' });
    const disk: Disk = {
      ...nodeDisk,
      open: (path, ...how) => {
        if (path.includes('texts')) throw fault;
        return nodeDisk.open(path, ...how);
      },
    };
    const target = `${folder}.wakhan`;
    const files = { disk, paths: casePaths(folder), n: 1, end: undefined, elsewhere: undefined };
    const written = writeFiles(files, target);
    await expect(written).rejects.toBe(fault);
    expect(readdirSync(dirname(target))).toEqual([basename(folder)]);
  });
});

describe('backups', () => {
  test('are due a day later when something changed, and only the needed ones stay', async () => {
    const { store, folder } = await newCase();
    const backups = new Backups(folder);
    for (let round = 0; round < 9; round++) {
      await mark(store, `h${round}`, 2 + round);
      await backups.make(store);
    }
    const tomorrow = new Date(Date.now() + 25 * 60 * 60 * 1000).toISOString();
    expect(backups.isDue(store, tomorrow)).toBe(false); // nothing changed since
    await mark(store, 'later', 30);
    expect(backups.isDue(store)).toBe(false); // the newest is of today
    expect(backups.isDue(store, tomorrow)).toBe(true);
    await backups.make(store);
    const { length } = backups.list();
    expect(length).toBeGreaterThanOrEqual(5);
    expect(length).toBeLessThanOrEqual(7);
    const newest = backups.list()[0];
    expect(newest?.n).toBe(store.head.n);
    await restoreArchive(backups.path(newest?.name ?? '') ?? '', `${folder}-back.case`);
    const back = await reopened(`${folder}-back.case`);
    expect(contents(back.state)).toEqual(contents(store.state));
    expect(backups.path('../case.json')).toBeUndefined();
    await store.close();
  });
});
