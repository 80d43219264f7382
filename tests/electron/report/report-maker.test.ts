import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import codebook from '#data/codebooks/security-alliances.json';
import { Codebook } from '#data/model/codebook.ts';
import { plainBlocks } from '#data/text/plain-blocks.ts';
import { createCase } from '../../../electron/storage/open/create-case.ts';
import { launchNode } from '../../../electron/background/launch-node.ts';
import { Converter } from '../../../electron/import/converter.ts';
import { makeReport } from '../../../electron/report/make-report.ts';
import { type ReportWish } from '#data/formats/report/renderers/registry.ts';
import { ReportMaker } from '../../../electron/report/report-maker.ts';
import type { CaseStore } from '../../../electron/storage/case-store.ts';
import { newVault } from '../../../electron/storage/vault/vault.ts';
import { program } from '../../store/support/program.ts';
import { folderState } from '../cli/folder-state.ts';

const folder = mkdtempSync(join(tmpdir(), 'wakhan-report-'));
afterAll(() => rmSync(folder, { recursive: true }));

let script = '';
let maker: ReportMaker;
beforeAll(async () => {
  script = await program('converter');
});
afterEach(() => maker.stop());

const wish: ReportWish = { title: 'Talks', generator: 'Wakhan test', format: 'html' };
const calm = () => new AbortController().signal;

/** A case in which China meets somebody. */
async function makeCase(
  name: string,
  encrypted = false,
): Promise<{ store: CaseStore; path: string }> {
  const path = join(folder, name);
  const store = await createCase(path, {
    author: 'Tester',
    title: 'Four states',
    codebook: Codebook.parse(codebook),
    ...(encrypted && { vault: await newVault('seven quiet rivers', false) }),
  });
  const text = 'China met Pakistan in Urumqi. Then they met in Kabul.';
  const words = await store.blobs.putText({ text, blocks: plainBlocks(text) });
  const source = {
    ...(await store.blobs.putSource(Buffer.from(text))),
    mediaType: 'text/plain',
    origin: 'a.txt',
    collectedAt: '2026-01-01T00:00:00.000Z',
    collector: 'Tester',
    method: 'test',
  };
  await store.perform({ op: 'document.add', input: { id: 'd1', title: 'A', source, text: words } });
  await store.perform({ op: 'entity.add', input: { id: 'china', type: 'state', name: 'China' } });
  await highlight(store, 0, 5);
  maker = new ReportMaker(launchNode(script), new Converter(launchNode(script)));
  return { store, path };
}

const highlight = (store: CaseStore, start: number, end: number) =>
  store.perform({
    op: 'highlight.add',
    input: { document: 'd1', start, end, entity: 'china', note: 'Noted.' },
  });

/** A report without the minute it was made in. */
const timeless = (html: string) => html.replace(/\d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC/g, 'then');

describe('a report that is made beside the program', () => {
  test.each([false, true])(
    'is the one that it would make itself, encrypted: %s; the case is untouched',
    async (encrypted) => {
      const { store, path } = await makeCase(`same-${encrypted}.case`, encrypted);
      await store.checkpoint();
      const before = folderState(path);
      const made = await maker.make({ store, path }, wish, { signal: calm() });
      const own = await makeReport(store, wish);
      if (!('file' in made && 'file' in own)) throw new Error('both are files');
      expect(timeless(made.file.toString())).toBe(timeless(own.file));
      expect(made.file.toString()).toContain('Four states');
      expect(folderState(path)).toEqual(before);
      await store.close();
    },
  );

  test('stands on every change that was acknowledged before', async () => {
    const { store, path } = await makeCase('changes.case');
    for (const start of [10, 30]) {
      await highlight(store, start, start + 4);
      const made = await maker.make({ store, path }, { ...wish, format: 'md' }, { signal: calm() });
      const text = 'file' in made ? made.file.toString() : '';
      expect(text).toContain(store.head.hash);
    }
    await store.close();
  });

  test('comes as a page where a browser prints it', async () => {
    const { store, path } = await makeCase('print.case');
    const made = await maker.make({ store, path }, { ...wish, format: 'pdf' }, { signal: calm() });
    if (!('print' in made)) throw new Error('a page');
    expect(made.print.html.toString()).toContain('<!doctype html>');
    expect(made.print.footer).toContain('totalPages');
    await store.close();
  });

  test('tells how far it is in documents, refuses in words, and can be cancelled', async () => {
    const { store, path } = await makeCase('ends.case');
    const told: number[][] = [];
    const progress = (...how: number[]): void => void told.push(how);
    await maker.make({ store, path }, wish, { signal: calm(), progress });
    expect(told[0]).toEqual([1, 1]);
    const odd = maker.make({ store, path }, { ...wish, sections: ['poems'] }, { signal: calm() });
    await expect(odd).rejects.toMatchObject({
      code: 'invalid-input',
      details: { section: 'poems' },
    });
    const abort = new AbortController();
    const making = maker.make({ store, path }, wish, { signal: abort.signal });
    abort.abort();
    await expect(making).rejects.toMatchObject({ code: 'cancelled' });
    const ended = maker.make({ store, path }, wish, { signal: calm() });
    maker.stop();
    await expect(ended).rejects.toMatchObject({ code: 'export-failed' });
    await store.close();
  });
});
