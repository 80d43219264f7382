import { beforeAll, expect, test } from 'vitest';
import { plainCodec } from '#data/storage/codec.ts';
import { caseParts } from '../../electron/storage/snapshots/case-parts.ts';
import { formatOf } from '../../electron/storage/snapshots/format-of.ts';
import { codecOf, type OpenVault } from '../../electron/storage/vault/vault.ts';
import { aftermath, plainBeside } from './support/aftermath.ts';
import { count, LIMIT } from './support/counts.ts';
import { FaultyDisk } from './support/faulty-disk.ts';
import { copyOf, FOLDER, putFile } from './support/memory-case.ts';
import { fault, type MemoryDisk } from './support/memory-disk.ts';
import { acts, again, makeScene, sceneVault, type Act, type Scene } from './support/scene.ts';
import { Tally } from './support/tally.ts';

/** Every how many calls one is taken. */
const STEP = count(1, 29);
/** Sizes of a full disk, from nothing left to enough. */
const SIZES = count(100, 5);

let vault: OpenVault;
let scenes: Record<'plain' | 'sealed', Scene>;
beforeAll(async () => {
  vault = await sceneVault();
  scenes = { plain: await makeScene(false, vault), sealed: await makeScene(true, vault) };
});

const sceneOf = ({ encrypted }: Act): Scene => again(encrypted ? scenes.sealed : scenes.plain);

test('what is plain beside a sealed case would be found', () => {
  const plain = again(scenes.plain);
  putFile(plain.disk, `${FOLDER}/vault.json`, '{}');
  const found = plainBeside({ disk: plain.disk, root: '', surroundings: {} }).join(' ');
  for (const where of [
    'case.json',
    'journal/',
    'texts/',
    'sources/',
    'documents/',
    'quarantine/',
  ]) {
    expect(found).toContain(`${FOLDER}/${where}`);
  }
  expect(plainBeside({ disk: scenes.sealed.disk, root: '', surroundings: {} })).toEqual([]);
});

test('what brings a case to another format finds it in an older one, and does it', async () => {
  const migrating = Object.values(acts).flatMap((act) =>
    act.plan ? [{ act, to: act.plan.current }] : [],
  );
  expect(migrating).toHaveLength(2);
  for (const { act, to } of migrating) {
    const scene = sceneOf(act);
    const format = () =>
      formatOf(caseParts(scene.disk, FOLDER, act.encrypted ? codecOf(vault) : plainCodec));
    expect(format()).toBe(to - 1);
    await act.run(scene, scene.disk);
    expect(format()).toBe(to);
  }
});

const each = test.for(Object.entries(acts));

each('killed at every change of the disk: %s', { timeout: LIMIT }, async ([name, act], context) => {
  const tally = new Tally(`killed at every change of the disk: ${name}`);
  const scene = sceneOf(act);
  const moments: { disk: MemoryDisk; known: number; where: string }[] = [];
  scene.disk.changed = (what, path) => {
    const where = `${name}, after ${what} ${path}`;
    moments.push({ disk: copyOf(scene.disk), known: scene.ledger.length, where });
  };
  await act.run(scene, scene.disk);
  scene.disk.changed = () => undefined;
  tally.add(`${name}, at the end`, await aftermath(scene, act, scene.ledger));
  for (const { disk, known, where } of moments.filter((_one, nth) => nth % STEP === 0)) {
    tally.add(where, await aftermath({ ...scene, disk }, act, scene.ledger.upTo(known)));
  }
  tally.finish(context);
});

test.for(
  Object.entries(acts).flatMap(([name, act]) => [
    { name, act, stays: false },
    { name, act, stays: true },
  ]),
)(
  'EIO at every call: $name (for good: $stays)',
  { timeout: LIMIT },
  async ({ name, act, stays }, context) => {
    const tally = new Tally(`EIO at every call, ${stays ? 'for good' : 'once'}: ${name}`);
    let refused = 0;
    for (let k = 1, reached = true; reached; k += STEP) {
      const scene = sceneOf(act);
      const disk = new FaultyDisk(scene.disk);
      let calls = 0;
      disk.fault = (_call, path) => {
        calls++;
        if (calls < k || (calls > k && !stays)) return;
        throw fault('EIO', path);
      };
      const { ledger } = scene;
      await act.run(scene, disk).catch(() => refused++);
      reached = calls >= k;
      tally.add(`${name}, call ${k}`, await aftermath(scene, act, ledger));
    }
    tally.finish(context, `${refused} times it was refused`);
  },
);

each('a disk that is full: %s', { timeout: LIMIT }, async ([name, act], context) => {
  const tally = new Tally(`full disk, ${SIZES} sizes: ${name}`);
  const whole = sceneOf(act);
  const before = whole.disk.bytes();
  let most = before;
  whole.disk.changed = () => (most = Math.max(most, whole.disk.bytes()));
  await act.run(whole, whole.disk);
  let refused = 0;
  for (let nth = 0; nth < SIZES; nth++) {
    const scene = sceneOf(act);
    const room = before + Math.floor(((most - before) * nth) / SIZES);
    const disk = new FaultyDisk(scene.disk);
    disk.fault = (call, path, bytes) => {
      const free = Math.max(0, room - scene.disk.bytes());
      if (call === 'copy' && bytes > free) throw fault('ENOSPC', path);
      if (call !== 'write') return undefined;
      if (free === 0) throw fault('ENOSPC', path);
      return Math.min(free, bytes);
    };
    await act.run(scene, disk).catch((error: unknown) => {
      refused++;
      expect(error, `${name}, size ${nth}`).toMatchObject({
        code: expect.stringMatching(/no-space|read-only/) as string,
      });
    });
    tally.add(`${name}, size ${nth}`, await aftermath(scene, act, scene.ledger));
  }
  tally.finish(context, `${refused} times there was no room`);
});
