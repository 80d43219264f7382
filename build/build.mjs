#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { fingerprint } from './bundle/fingerprint.mjs';
import { targets } from './bundle/targets.mjs';
import { checkNode, ensureDependencies } from './setup/dependencies.mjs';
import { withLock } from './setup/lock.mjs';
import { distFolder, projectRoot } from './setup/paths.mjs';
import { fail, say, SetupError, step } from './setup/progress.mjs';

/**
 * Bundles what changed since the last time (everything with `force`). A bundle appears in dist/
 * by rename, so a program that starts meanwhile sees the old one or the new one.
 */
export async function buildAll({ force = false } = {}) {
  await withLock(join(distFolder, '.build.lock'), 'the build', async () => {
    await describeDist();
    for (const target of targets) await buildTarget(target, force);
  });
}

async function buildTarget(target, force) {
  const stamp = join(distFolder, '.stamps', target.name);
  const now = await fingerprint(target.sources);
  const before = await readFile(stamp, 'utf8').catch(() => '');
  if (!force && now === before && existsSync(join(distFolder, target.name, target.result))) return;
  await step(`building ${target.name}`, () => bundle(target));
  await mkdir(join(distFolder, '.stamps'), { recursive: true });
  await writeFile(stamp, now);
}

async function bundle(target) {
  const outDir = join(distFolder, '.next', target.name);
  if (target.copy) {
    await rm(outDir, { recursive: true, force: true });
    await target.copy(outDir);
  } else await bundleWithVite(target, outDir);
  if (!existsSync(join(outDir, target.result))) {
    throw new SetupError(`building ${target.name} made no ${target.result}: see the lines above.`);
  }
  const place = join(distFolder, target.name);
  await rm(place, { recursive: true, force: true });
  await rename(outDir, place);
}

async function bundleWithVite(target, outDir) {
  // Vite would take over a NODE_ENV that happens to be set, and bundle the slow half of Svelte.
  process.env.NODE_ENV = 'production';
  const { build } = await import('vite');
  const config = await target.config();
  await build({
    ...config,
    configFile: false,
    envDir: false,
    logLevel: 'warn',
    build: { ...config.build, outDir, emptyOutDir: true, reportCompressedSize: false },
  }).catch((error) => {
    throw new SetupError(`building ${target.name} failed:\n${error.message}`);
  });
}

/** Lets Electron start the dist folder itself, wherever it is, with the package's name. */
async function describeDist() {
  const { name, version, type } = JSON.parse(
    await readFile(join(projectRoot, 'package.json'), 'utf8'),
  );
  const description = { name, version, type, main: 'main/main.js' };
  await writeFile(join(distFolder, 'package.json'), `${JSON.stringify(description, null, 2)}\n`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    checkNode();
    await ensureDependencies();
    await buildAll({ force: process.argv.includes('--force') });
    say(`built in ${distFolder}`);
  } catch (error) {
    fail(error);
  }
}
