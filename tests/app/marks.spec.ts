import type { Locator, Page } from '@playwright/test';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { call, chooseFiles, expect, test, type Workbench } from './fixtures.ts';
import { makeCase } from './make-case.ts';
import { takePictures } from './pages/pictures.ts';
import { ReaderPage } from './pages/reader.ts';

const ADDRESS = 'https://news.example/qccm';
const article = `<!doctype html><html lang="en"><head><title>Four armies</title></head><body><article>
<h1>Four armies in <em>Urumqi</em></h1>
<p>The <em>first</em> round was <strong>not</strong> public. The <a href="${ADDRESS}">joint
statement</a><sup><a href="#n1">1</a></sup> came on the 4<sup>th</sup> of August and names H<sub>2</sub>O
of the Wakhan river, as <a href="${ADDRESS}"><em>the four chiefs</em> of staff</a> agreed<a
href="#n2">[2]</a>, and <del>five</del> <ins>four</ins> members; what was said before and after it is
told here at some length, so that there are lines above and below the raised letters.</p>
<p>Read more of <a href="/armies">the four armies</a> and of <a href="/yes"><em>joint patrols</em></a>.</p>
<p>4th one line without marks</p>
<p>4<sup>th</sup> one line with H<sub>2</sub>O</p>
<p lang="fa">رئیسان <em>چهار ارتش</em> در <a href="${ADDRESS}">ارومچی</a><sup>۱</sup> دیدار کردند و
<strong>همکاری</strong> را آغاز کردند.</p>
<p lang="zh">四国军队<em>领导人</em>在<a href="${ADDRESS}">乌鲁木齐</a><sup>1</sup>举行会议，<strong>同意</strong>建立机制。</p>
<p id="n1">1. The statement of the ministry.</p>
<p id="n2">2. The words of a spokesman.</p>
</article></body></html>`;

const states = ['China', 'Tajikistan', 'Pakistan'].map((name) => ({
  op: 'entity.add',
  input: { id: name.toLowerCase(), type: 'state', name },
}));

/** A case with the article, open in the reader. */
async function openArticle(
  launch: (options: { args: string[] }) => Promise<Workbench>,
  folder: string,
): Promise<{ workbench: Workbench; reader: ReaderPage; document: string }> {
  const path = await makeCase(join(folder, 'a.case'), 'Marks', [], states);
  const workbench = await launch({ args: [path] });
  const { app, page } = workbench;
  const file = join(folder, 'article.html');
  await writeFile(file, article);
  await call(page, 'case.current', {});
  await chooseFiles(app, file);
  await call(page, 'import.choose', { folder: false });
  const reader = new ReaderPage(page);
  await reader.open('Four armies');
  await page.keyboard.press('Control+1');
  await page.getByRole('button', { name: 'Close the results' }).click();
  const document = (await call(page, 'case.current', {}))?.records.document[0]?.id ?? '';
  return { workbench, reader, document };
}

const run = (reader: ReaderPage, words: string): Locator =>
  reader.pane
    .locator('[data-start]')
    .filter({ hasText: new RegExp(`^${words}$`) })
    .first();

const heightOf = async (reader: ReaderPage, words: string): Promise<number | undefined> =>
  (await reader.pane.locator('.words').filter({ hasText: words }).boundingBox())?.height;

async function quotes(page: Page, id: string): Promise<string[]> {
  const { highlights } = await call(page, 'document.read', { id });
  return highlights.map(({ quote }) => quote);
}

test('marks of a page are drawn; the words, their lines and their quotes stay what they are', async ({
  launch,
  folder,
}, info) => {
  const { workbench, reader, document } = await openArticle(launch, folder);
  const { page } = workbench;
  await expect(run(reader, 'first')).toHaveCSS('font-style', 'italic');
  await expect(run(reader, 'Urumqi')).toHaveCSS('font-style', 'italic');
  await expect(run(reader, 'not')).toHaveCSS('font-weight', '700');
  const link = run(reader, 'joint statement');
  await expect(link).toHaveCSS('text-decoration-line', 'underline');
  await expect(link).toHaveAttribute('title', ADDRESS);
  await expect(run(reader, 'five')).toHaveCSS('text-decoration-line', 'line-through');
  await expect(run(reader, 'th')).toHaveCSS('position', 'relative');
  // Figures that are written raised are not raised once more.
  await expect(run(reader, '¹')).toHaveCSS('position', 'static');
  await expect(run(reader, '\\[2\\]')).toHaveCSS('position', 'relative');
  expect(await heightOf(reader, 'one line with H')).toBe(await heightOf(reader, 'without marks'));
  await expect(reader.pane.getByRole('link')).toHaveCount(0);

  // What is on the page is the working text, to the letter.
  const { text } = await call(page, 'document.read', { id: document });
  const shown = await reader.pane.locator('.words').allTextContents();
  const folded = text.blocks.map(({ start, end }) => text.text.slice(start, end));
  expect(shown).toEqual(folded);

  const passage = 'not public. The joint statement¹ came on the 4th of August and names H₂O';
  await reader.tag(passage, 'China');
  await reader.tag('statement¹ came', 'Tajikistan');
  await reader.tag('H₂O of the Wakhan', 'Pakistan');
  await reader.tag('the four chiefs of staff agreed[2]', 'Pakistan');
  await reader.tag('ارتش در ارومچی۱', 'China');
  await reader.tag('领导人在乌鲁木齐¹举行', 'China');
  expect(await quotes(page, document)).toEqual([
    passage,
    'statement¹ came',
    'H₂O of the Wakhan',
    'the four chiefs of staff agreed[2]',
    'ارتش در ارومچی۱',
    '领导人在乌鲁木齐¹举行',
  ]);
  expect(await reader.pane.locator('.words').allTextContents()).toEqual(shown);
  await takePictures(workbench, info, 'marks');
});
