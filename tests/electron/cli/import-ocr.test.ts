import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ImportResult } from '#data/api/job.ts';
import type { CaseDocument } from '#data/model/document.ts';
import type { Highlight } from '#data/model/highlight.ts';
import { languageFile } from '../../../electron/convert/native-parts.ts';
import { packedNothing, pagePng, texturePng } from '../convert/ocr/pictures.ts';
import { Cli } from './cli.ts';

let cli: Cli;
let folder = '';
let cases = 0;
beforeAll(() => {
  cli = new Cli();
  writeFileSync(cli.at('note.png'), pagePng(['The ministers met on Tuesday.']));
  writeFileSync(cli.at('texture.png'), texturePng(400));
});
afterAll(() => cli.remove());
beforeEach(async () => {
  folder = `${++cases}.case`;
  await cli.json(['new', folder]);
});

const imported = async (...args: string[]) =>
  (await cli.json(['import', folder, ...args])) as ImportResult[];
const documents = async () => (await cli.json(['list', folder, 'documents'])) as CaseDocument[];

describe('import --ocr', () => {
  test('reads the words of pictures', async () => {
    const [result] = await imported('note.png', '--ocr', 'eng');
    expect(result).toMatchObject({ file: 'note.png', result: 'imported', pages: 1 });
    const [document] = await documents();
    expect(document?.reading).toMatchObject({ recognised: { languages: ['eng'], pages: [1] } });
    const text = await cli.call(['text', folder, document?.id ?? '']);
    expect(text.stdout.trim()).toBe('The ministers met on Tuesday.');
  });

  test('reads a document that is in the case as a picture, once', async () => {
    const [before] = await imported('note.png');
    expect(before).toMatchObject({ result: 'needs-ocr' });
    const [now] = await imported('note.png', '--ocr', 'eng,rus');
    expect(now).toMatchObject({ result: 'imported', id: before && 'id' in before && before.id });
    expect(await imported('note.png', '--ocr', 'eng')).toMatchObject([{ result: 'duplicate' }]);
    expect(await documents()).toHaveLength(1);
  });

  test('makes a new version of one on whose pictures highlights stand, and takes them along', async () => {
    const [before] = await imported('note.png');
    const id = before && 'id' in before ? before.id : '';
    const area = { page: 1, x: 0.1, y: 0.1, width: 0.2, height: 0.2 };
    const mark = {
      document: id,
      start: 0,
      end: 0,
      area,
      caption: 'A stain',
      tags: [],
      entities: [],
    };
    const [made] = await cli.apply(folder, [{ op: 'highlight.add', input: mark }]);
    const [now] = await imported('note.png', '--ocr', 'eng');
    expect(now).toMatchObject({ result: 'imported', characters: 29 });
    const version = now && 'id' in now ? now.id : '';
    expect(version).not.toBe(id);
    expect((await documents()).map((one) => one.id)).toEqual([id, version]);
    const marks = (await cli.json(['list', folder, 'highlights'])) as Highlight[];
    expect(marks).toMatchObject([
      { id: made?.['id'], document: version, area, caption: 'A stain' },
    ]);
  });

  test('leaves pictures without words what they are', async () => {
    expect(await imported('texture.png', '--ocr', 'eng')).toMatchObject([{ result: 'needs-ocr' }]);
  });

  test('takes languages from files that are brought', async () => {
    const own = cli.at('languages');
    mkdirSync(own);
    copyFileSync(languageFile('eng') ?? '', cli.at('languages', 'own.traineddata.gz'));
    writeFileSync(cli.at('languages', 'bad.traineddata.gz'), packedNothing());
    const [read] = await imported('note.png', '--ocr', 'own', '--ocr-data', own);
    expect(read).toMatchObject({ result: 'imported', characters: 29 });
    const call = ['import', folder, 'texture.png', '--ocr', 'bad', '--ocr-data', own, '--json'];
    const { code, stdout } = await cli.call(call);
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject([
      { result: 'failed', error: { code: 'import-failed' } },
    ]);
  });

  test.each([
    [['--ocr', 'klingon'], 'eng, rus, chi_sim, ara, fas, urd, pus, uig'],
    [['--ocr', 'eng,'], 'eng, rus'],
    [['--ocr', '../eng'], 'eng, rus'],
    [['--ocr-data', 'note.png', '--ocr', 'eng'], '.traineddata'],
    [['--ocr-data', '.'], '.traineddata'],
  ])('%j is wrong use, and says why', async (options, words) => {
    const { code, stderr } = await cli.call(['import', folder, 'note.png', ...options]);
    expect(code).toBe(2);
    expect(stderr).toContain(words);
    expect(await documents()).toEqual([]);
  });
});
