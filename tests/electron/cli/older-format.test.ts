import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CaseDocument } from '#data/model/document.ts';
import type { Highlight } from '#data/model/highlight.ts';
import type { Region } from '#data/model/region.ts';
import { FORMAT } from '#data/storage/format.ts';
import { Cli } from './cli.ts';
import { folderState } from './folder-state.ts';

let cli: Cli;
beforeAll(() => {
  cli = new Cli();
  const fixture = join(import.meta.dirname, '../../fixtures/cases/v1/page.case');
  cpSync(fixture, cli.at('old.case'), { recursive: true });
});
afterAll(() => cli.remove());

const list = async <T>(kind: string): Promise<T[]> =>
  (await cli.json(['list', 'old.case', kind])) as T[];

async function checkContents(): Promise<void> {
  const [document] = await list<CaseDocument>('documents');
  const id = document?.id ?? '';
  expect(await list<Highlight>('highlights')).toEqual([
    expect.objectContaining({ id: 'h1', entity: 'china', entities: ['china'], by: 'Bob' }),
    expect.objectContaining({ id: 'h2', entity: 'pakistan', entities: ['pakistan'], by: 'Bob' }),
  ]);
  expect(await list<Region>('regions')).toMatchObject([
    { id: `${id}~0`, start: 0, kind: 'boilerplate', origin: 'program' },
    { id: `${id}~1`, document: id, by: 'Ada' },
  ]);
  const shown = (await cli.json(['text', 'old.case', id])) as { text: string };
  expect(shown.text).toMatch(/^Four chiefs[^]*Wednesday evening\.$/);
  const all = (await cli.json(['text', 'old.case', id, '--all'])) as { text: string };
  expect(all.text).toMatch(/^Home\nWorld[^]*reserved$/);
}

test('a case of format 1 is read as it is, and comes to this format when it is changed', async () => {
  const before = folderState(cli.at('old.case'));
  await checkContents();
  expect(folderState(cli.at('old.case'))).toEqual(before);
  const input = JSON.stringify({
    op: 'entity.add',
    input: { id: 'uy', type: 'group', name: 'U.' },
  });
  const { code, stdout, stderr } = await cli.call(['apply', 'old.case', '-'], input);
  expect({ code, stdout }).toEqual({ code: 0, stdout: '{"ok":true,"n":13,"id":"uy"}\n' });
  expect(stderr).toMatch(/bringing the case to format \d: \d+ %/);
  expect(stderr).toContain(`format ${FORMAT}: 100 %`);
  await checkContents();
  expect((await cli.json(['verify', 'old.case'])) as object).toMatchObject({ ok: true });
  expect((await cli.call(['list', 'old.case', 'journal'])).stdout).toContain(
    `case.upgrade\tBring the case to format ${FORMAT}`,
  );
});
