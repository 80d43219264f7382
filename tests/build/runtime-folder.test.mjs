import { chmod, mkdir, mkdtemp, readdir, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { executableName, publishRuntime, readRuntime } from '../../build/setup/runtime-folder.mjs';

let parent;
let folder;
beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'wakhan-runtime-'));
  folder = join(parent, 'electron');
});
afterEach(() => rm(parent, { recursive: true }));

test('publishes a runtime that starts, and finds it again', async () => {
  await publishRuntime(folder, 'official', (stage) => fill(stage, 'echo 99.1.2'));
  expect(await readRuntime(folder)).toMatchObject({ source: 'official', version: '99.1.2' });
  expect(await readdir(parent)).toEqual(['electron']);
});

test('publishes nothing that does not start', async () => {
  const broken = publishRuntime(folder, 'official', (stage) => fill(stage, 'exit 3'));
  await expect(broken).rejects.toThrow('does not start');
  expect(await readdir(parent)).toEqual([]);
});

test('clears away what a killed try left', async () => {
  await mkdir(`${folder}.part-killed`);
  await publishRuntime(folder, 'fallback', (stage) => fill(stage, 'echo 1.0.0'));
  expect(await readdir(parent)).toEqual(['electron']);
});

test.each([
  ['cut short', (path) => truncate(path, 1)],
  ['missing', (path) => rm(path)],
])('does not accept a runtime with a file %s', async (_how, damage) => {
  await publishRuntime(folder, 'official', (stage) => fill(stage, 'echo 1.0.0'));
  await damage(join(folder, 'resources/data'));
  expect(await readRuntime(folder)).toBeNull();
});

/** A runtime of two files whose executable is the given shell script. */
async function fill(stage, script) {
  await mkdir(join(stage, 'resources'));
  await writeFile(join(stage, 'resources/data'), 'some data');
  await writeFile(join(stage, executableName), `#!/bin/sh\n${script}\n`);
  await chmod(join(stage, executableName), 0o755);
}
