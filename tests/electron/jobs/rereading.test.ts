import iconv from 'iconv-lite';
import { beforeEach, expect, test } from 'vitest';
import type { SourceFile } from '#data/formats/import/format.ts';
import { bareTools } from '#data/formats/import/tools.ts';
import { reanchor } from '#data/text/reanchor/reanchor.ts';
import type { ReanchorInput } from '../../../electron/background/tasks.ts';
import { encodings } from '../../../electron/convert/encodings.ts';
import { importRegistry } from '../../../electron/convert/registry.ts';
import type { Converter } from '../../../electron/import/converter.ts';
import { TakeIn } from '../../../electron/import/take-in.ts';
import { Rereading } from '../../../electron/jobs/rereading.ts';
import { sha256 } from '../../../electron/storage/disk/hash.ts';
import type { CaseStore } from '../../../electron/storage/case-store.ts';
import type { Reanchoring } from '../../../electron/versions/reanchoring.ts';
import { pictureReader } from '../../../electron/convert/ocr/picture-reader.ts';
import { pagePng } from '../convert/ocr/pictures.ts';
import { readBytes } from '../import/support/read-case.ts';
import { newCase } from '../storage/helpers.ts';

const how = { method: 'test', collector: 'Tester' };
const russian = 'Переговоры прошли в Душанбе. Стороны обсудили положение на границе.';
const latin = 'Kabul, 2 May 2016. The talks of four states went on in Dushanbe today.';
let store: CaseStore;
let rereading: Rereading;
/** Looks for highlights in this very process. */
const reanchoring = {
  find: (_title: string, { olders, newer }: ReanchorInput) =>
    Promise.resolve(olders.flatMap(({ text, anchors }) => reanchor(text, newer, anchors))),
} as unknown as Reanchoring;
/** What was handed to the queue, to come in beside. */
const beside: unknown[] = [];

beforeEach(async () => {
  ({ store } = await newCase());
  beside.length = 0;
  const converter = {
    convert: (file: SourceFile) =>
      importRegistry.convert(file, {
        ...bareTools,
        encodings,
        pictureReader: () => (file.ocr ? pictureReader(file.ocr) : bareTools.pictureReader()),
      }),
  } as unknown as Converter;
  const current = { store, path: '', stamp: { session: 's', event: 0 } };
  const imports = {
    startWith: (...given: unknown[]) => {
      beside.push(given);
      return 'job';
    },
  };
  rereading = new Rereading({ cases: { current }, converter, imports, reanchoring });
});

/** Brings a file in; answers the ids of its documents. */
async function bring(name: string, bytes: Uint8Array): Promise<string[]> {
  const takeIn = new TakeIn(store, how);
  const { documents } = await readBytes(name, bytes);
  for (const one of documents) await takeIn.take({ name, bytes }, sha256(bytes), one);
  return [...store.state.all('document')].slice(-documents.length).map(({ id }) => id);
}

test('another encoding gives another text, title and answer; undo gives the first back', async () => {
  const bytes = iconv.encode(russian, 'koi8-r');
  const [id = ''] = await bring('talks.txt', bytes);
  const before = store.state.get('document', id);
  expect(before?.reading).toMatchObject({ encoding: 'koi8-r', guessed: true });
  expect(await rereading.reread(id, { encoding: 'windows-1251' }, how)).toEqual({
    result: 'reread',
  });
  const after = store.state.get('document', id);
  expect(after?.reading?.encoding).toBe('windows-1251');
  expect(after?.reading?.guessed).toBeUndefined();
  expect(after && store.state.text(id).text).toBe(iconv.decode(bytes, 'windows-1251'));
  expect(after?.title).not.toBe(before?.title);
  expect(after?.source).toEqual(before?.source);
  await store.perform({ op: 'undo', input: {} });
  expect(store.state.text(id).text).toBe(russian);
  expect((await store.verify()).problems).toEqual([]);
});

test('a text that cannot be read that way stays', async () => {
  const [id = ''] = await bring('talks.txt', Buffer.from(russian));
  const before = store.state.get('document', id);
  await expect(rereading.reread(id, { encoding: 'no-such' }, how)).rejects.toMatchObject({
    code: 'wrong-encoding',
  });
  expect(store.state.get('document', id)).toEqual(before);
});

test('where words are highlighted, what is read is a new version, and undo takes it back', async () => {
  const bytes = iconv.encode(`${latin}\n${russian}`, 'koi8-r');
  const [id = ''] = await bring('talks.txt', bytes);
  const mark = (at: string, start: number, end: number) =>
    store.perform({ op: 'highlight.add', input: { id: at, document: id, start, end } });
  await mark('latin', 0, 17);
  await mark('russian', latin.length + 1, latin.length + 20);
  const done = await rereading.reread(id, { encoding: 'windows-1251' }, how);
  expect(done).toMatchObject({ result: 'version' });
  const version = store.state.get('document', 'id' in done ? done.id : '');
  expect(version).toMatchObject({ reading: { encoding: 'windows-1251' } });
  expect(version?.source).toEqual(store.state.get('document', id)?.source);
  expect([...store.state.all('documentLink')]).toMatchObject([{ why: 'reread', to: id }]);
  expect(store.state.get('highlight', 'latin')?.document).toBe(version?.id);
  expect(store.state.get('highlight', 'russian')).toMatchObject({
    document: id,
    anchoring: { to: { document: version?.id } },
  });
  expect((await store.verify()).problems).toEqual([]);
  await store.perform({ op: 'undo', input: {} });
  expect([...store.state.highlightsOf(id)]).toHaveLength(2);
  expect(store.state.size('documentLink')).toBe(0);
});

test('a table that becomes many documents comes in beside the whole one', async () => {
  const rows = Buffer.from('Head,Body\nOne,The road is open\nTwo,The road is shut\n');
  const [id = ''] = await bring('desk.csv', rows);
  const recipe = { unit: 'row' as const, text: 'Body', title: 'Head' };
  expect(await rereading.reread(id, { recipe }, how)).toEqual({ result: 'beside', job: 'job' });
  expect(beside).toMatchObject([[[{ name: 'desk.csv' }], { ...how, recipe, origin: 'desk.csv' }]]);
});

const english = [{ code: 'eng' }];
const job = { signal: new AbortController().signal, progress: () => undefined };

test('words of pictures become the text, or that of a new version where highlights stand', async () => {
  const bytes = pagePng(['The ministers met on Tuesday.']);
  const [id = ''] = await bring('note.png', bytes);
  const { document, recognised } = await rereading.readPictures(id, english, 'Ada', job);
  expect(document).toBe(id);
  expect(recognised).toMatchObject({ languages: ['eng'], pages: [1] });
  expect(store.state.text(id).text).toBe('The ministers met on Tuesday.');

  const mark = { document: id, start: 4, end: 13, tags: [], entities: [] };
  await store.perform({ op: 'highlight.add', input: mark });
  const again = await rereading.readPictures(id, english, 'Ada', job);
  expect(again.document).not.toBe(id);
  expect([...store.state.highlightsOf(again.document)]).toMatchObject([
    { quote: 'ministers', anchoring: { state: 'exact' } },
  ]);
  const links = [...store.state.all('documentLink')];
  expect(links).toMatchObject([{ type: 'version-of', to: id, why: 'recognised' }]);
});

test('a document without pictures is refused, and so are pictures without words', async () => {
  const [text = ''] = await bring('a.txt', Buffer.from('Just words.'));
  await expect(rereading.readPictures(text, english, 'Ada', job)).rejects.toMatchObject({
    code: 'invalid-input',
  });
  const [blank = ''] = await bring('blank.png', pagePng([]));
  await expect(rereading.readPictures(blank, english, 'Ada', job)).rejects.toMatchObject({
    code: 'not-found',
  });
  expect(store.state.get('document', blank)?.reading).toEqual({ pages: 1, withoutText: [1] });
});
