import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { call, chooseFiles, expect, snapshotOf, test } from './fixtures.ts';
import { corpusFiles, corpusMissing, occurrences } from './pages/corpus.ts';
import { NetworkPane } from './pages/network-pane.ts';
import { takePictures } from './pages/pictures.ts';
import { ReaderPage } from './pages/reader.ts';
import { ReportPanel } from './pages/report-panel.ts';
import { newCase } from './pages/start-screen.ts';
import { watchProgress } from './pages/status-line.ts';
import { wordsOfPages } from './pdf-words.ts';

const alliance = 'Quadrilateral Cooperation and Coordination Mechanism';
const first = 'China forms anti-terror alliance';
const second = 'Four-nation alliance decides';

test.skip(corpusMissing !== '', corpusMissing);

test('from an empty case to a report, and everything is there again', async ({
  launch,
  folder,
}, info) => {
  test.setTimeout(300_000);
  const workbench = await launch();
  const { app, page } = workbench;
  const reader = new ReaderPage(page);
  const marks = reader.pane.locator('mark');
  const network = new NetworkPane(page);
  const inspector = page.getByRole('complementary', { name: 'Inspector' });
  const pictures = (name: string) => takePictures(workbench, info, name);
  const tab = (name: string) => page.getByRole('tab', { name: new RegExp(`^${name}`) });

  await test.step('make a case', async () => {
    await newCase(workbench, { title: 'Four states', folder, name: 'four-states' });
    await expect(page.getByText('This case has no documents yet.')).toBeVisible();
    await pictures('01-empty-case');
  });

  await test.step('import five texts and a bad file by dialog', async () => {
    const bad = join(folder, 'broken.txt');
    await writeFile(bad, Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2, 3]));
    const progress = await watchProgress(page);
    await chooseFiles(app, ...(await corpusFiles()), bad);
    await page.keyboard.press('Control+i');
    const results = page.getByRole('region', { name: 'Results of the import' });
    await expect(results.getByRole('status')).toHaveText('5 imported, 1 not imported');
    await expect(results).toContainText('broken.txt');
    expect((await progress()).length).toBeGreaterThan(0);
    await expect(tab('Documents')).toContainText('5');
    await pictures('02-imported');
    await results.getByRole('button', { name: 'Close the results' }).click();
  });

  await test.step('read one', async () => {
    await reader.open(first);
    await expect(reader.pane).toContainText(alliance);
    await pictures('03-reading');
  });

  await test.step('new actor in two keystrokes, selected by mouse', async () => {
    await reader.select(alliance);
    await pictures('04-tag-bar');
    await page.keyboard.press('Control+Enter');
    await expect(reader.bar.getByRole('listbox', { name: 'Type of the new actor' })).toBeVisible();
    await pictures('05-type-of-actor');
    await page.keyboard.press('i');
    await expect(reader.marks(alliance)).toHaveCount(1);
    await expect(reader.bar).toBeHidden();
    await expect(tab('Actors')).toContainText('1');
  });

  await test.step('new actor in two keystrokes, selected by keyboard', async () => {
    await reader.pane.focus();
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('F7');
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('Control+Shift+ArrowRight');
    await expect(reader.bar).toContainText('“China”');
    await page.keyboard.press('Control+Enter');
    await page.keyboard.press('s');
    await expect(marks.first()).toHaveText('China');
    await expect(tab('Actors')).toContainText('2');
    const { records } = await snapshotOf(page);
    expect(records.entity).toMatchObject([
      { name: alliance, type: 'initiative' },
      { name: 'China', type: 'state' },
    ]);
  });

  await test.step('an existing actor in two keystrokes', async () => {
    const marked = await marks.count();
    await reader.select('China', 'China plans');
    await expect(reader.bar.getByRole('option').first()).toContainText('China');
    await page.keyboard.press('Enter');
    await expect(marks).toHaveCount(marked + 1);
    const { records, mentionCounts } = await snapshotOf(page);
    const china = records.entity.find(({ name }) => name === 'China');
    expect(mentionCounts[china?.id ?? '']).toBe(2);
  });

  await test.step('a tag of the codebook in two keystrokes', async () => {
    await reader.select('intelligence sharing and training');
    await page.keyboard.press('f');
    await page.keyboard.press('Enter');
    await expect(reader.marks('intelligence sharing and training')).toHaveCount(1);
    await expect(inspector).toContainText('formats & membership');
    await pictures('06-tagged');
  });

  await test.step('tag all other occurrences but one', async () => {
    const before = await snapshotOf(page);
    const china = before.records.entity.find(({ name }) => name === 'China')?.id ?? '';
    const all = await occurrences(page, /\bChina\b/g);
    await reader.click('China', 'China plans');
    await page.keyboard.press('Alt+a');
    const preview = reader.bar.getByRole('group', { name: 'All other occurrences' });
    await preview.getByRole('checkbox', { name: 'Capitals matter' }).check();
    await preview.getByRole('checkbox', { name: 'In all documents' }).check();
    await preview.getByRole('checkbox', { name: 'Also in what is folded away' }).check();
    await expect(preview).toContainText(`${all - 2} more to tag as China`);
    // Words in folded parts, in addresses and inside longer names come unticked.
    await expect(preview).toContainText('in a folded part');
    await preview.getByRole('button', { name: 'Take all' }).click();
    await preview.getByRole('checkbox').first().uncheck();
    await pictures('07-all-occurrences');
    await preview.getByRole('button', { name: /^Tag \d+/ }).click();
    await expect(page.getByText(`${all - 3} occurrences tagged as China.`)).toBeVisible();
    expect((await snapshotOf(page)).mentionCounts[china]).toBe(all - 1);
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await snapshotOf(page)).mentionCounts[china]).toBe(2);
    await page.keyboard.press('Control+y');
    await expect.poll(async () => (await snapshotOf(page)).mentionCounts[china]).toBe(all - 1);
  });

  await test.step('a relation from one highlight to another', async () => {
    await reader.click('China', 'China plans');
    await page.keyboard.press('Alt+r');
    await expect(page.getByText('choose the other end')).toBeVisible();
    await pictures('08-relation-started');
    await reader.click(alliance);
    const type = reader.bar.getByRole('combobox', { name: 'How are they related?' });
    await type.fill('member');
    await expect(reader.bar).toContainText('member of');
    await page.keyboard.press('Tab');
    await expect(reader.bar).toContainText('has member');
    await page.keyboard.press('Tab');
    await pictures('09-relation-type');
    await page.keyboard.press('Enter');
    await expect(reader.bar).toBeHidden();
    await expect(network.status).toContainText('2 actors, 1 relation');
    const { records } = await snapshotOf(page);
    const [from, to] = records.entity.toReversed();
    expect(records.relation).toMatchObject([
      { type: 'member-of', from: from?.id, to: to?.id, evidence: { length: 2 } },
    ]);
  });

  await test.step('claims and an event in other texts', async () => {
    await reader.open('China Stresses Common Threats');
    await reader.select('counterterrorism dialogue');
    await page.keyboard.press('c');
    await page.keyboard.press('Enter');
    await expect(reader.bar.getByLabel('What is claimed')).toHaveValue('counterterrorism dialogue');
    await page.keyboard.press('Enter');
    await expect(tab('Claims')).toContainText('1');

    await reader.open("China's Growing Security Role");
    await reader.select('joint bilateral counter-terrorism exercises');
    await page.keyboard.press('e');
    await page.keyboard.press('Enter');
    await reader.bar.getByLabel('What happened: one word').fill('exercise');
    await page.keyboard.press('Enter');
    await expect(tab('Events')).toContainText('1');

    await reader.open('A brief presentation');
    await reader.select('intergovernmental military alliance');
    await page.keyboard.press('Alt+c');
    await expect(reader.bar.getByLabel('What is claimed')).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(tab('Claims')).toContainText('2');
  });

  await test.step('more actors and relations, in a second text', async () => {
    await reader.open(second);
    await reader.select('Russia', 'Pakistan, Russia, China and Iran agree');
    await page.keyboard.press('Control+Enter');
    await page.keyboard.press('s');
    await expect(tab('Actors')).toContainText('3');
    await page.keyboard.press('Alt+r');
    await reader.select('China', 'Russia, China and Iran agree');
    await page.keyboard.press('Enter');
    await reader.bar.getByRole('combobox', { name: 'How are they related?' }).fill('trains');
    await page.keyboard.press('Enter');
    await expect(network.status).toContainText('3 actors, 2 relations');
    expect(await network.degrees()).toEqual({ China: 2, Russia: 1, [alliance]: 1 });
    await pictures('10-network-grows');
  });

  await test.step('lay out, move, positions saved', async () => {
    await network.region.getByRole('button', { name: 'Legend' }).click();
    await network.region.getByRole('button', { name: 'Lay out the network' }).click();
    await pictures('11-layouts');
    await network.region.getByRole('button', { name: 'Lay out', exact: true }).click();
    await expect(page.getByText(/^Laid out by/)).toBeVisible();
    expect((await snapshotOf(page)).records.position).toHaveLength(3);
    await network.canvas.focus();
    await page.keyboard.press('-');
    await network.drag('Russia', 60, 40);
    await pictures('12-moved');
  });

  await test.step('an edge leads to its quotes, and a quote to the text', async () => {
    const [china, union] = [await network.spot('China'), await network.spot(alliance)];
    await page.mouse.click((china.x + union.x) / 2, (china.y + union.y) / 2);
    await expect(inspector.getByRole('combobox', { name: 'Type' })).toHaveValue('member-of');
    const quotes = inspector.getByTitle('Show in the reader');
    await expect(quotes).toHaveCount(2);
    await pictures('13-edge-inspected');
    await quotes.filter({ hasText: alliance }).click();
    await reader.shows(first);
    await expect(reader.marks(alliance)).toBeInViewport();
  });

  await test.step('undo and redo across documents', async () => {
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await expect(network.status).toContainText('3 actors, 1 relation');
    await page.keyboard.press('Control+Shift+z');
    await page.keyboard.press('Control+Shift+z');
    await page.keyboard.press('Control+Shift+z');
    await expect(network.status).toContainText('3 actors, 2 relations');
    await page.keyboard.press('Control+h');
    const history = page.getByRole('dialog', { name: 'History' });
    await expect(history.getByRole('listitem').first()).toContainText(/^Done again: \S/);
    await pictures('14-history');
    await page.keyboard.press('Escape');
  });

  await test.step('export reports', async () => {
    const hashes = (await snapshotOf(page)).records.document.map(({ source }) => source.sha256);
    const report = await ReportPanel.open(page);
    await report.title.fill('Who stands with whom');
    await report.summary.fill('Four states, one mechanism.');
    await expect(report.preview).toBeVisible();
    await pictures('15-report');
    const saved: Record<string, Buffer> = {};
    for (const [name, ending] of [
      ['HTML', 'html'],
      ['Markdown', 'md'],
      ['PDF', 'pdf'],
    ] as const) {
      saved[ending] = await report.save(app, name, join(folder, `report.${ending}`));
    }
    await page.keyboard.press('Escape');
    const html = saved.html?.toString() ?? '';
    const markdown = saved.md?.toString() ?? '';
    for (const words of [html, markdown]) {
      for (const hash of hashes) expect(words).toContain(hash);
      expect(words).toContain('Who stands with whom');
      expect(words).toContain('Four states, one mechanism.');
    }
    expect(html).not.toMatch(/<script|javascript:|\son\w+=|https?:\/\/[^<"]*\.(js|css)/i);
    expect(html).toContain('<svg');
    const numbers = [...html.matchAll(/<blockquote id="q(\d+)">/g)].map(([, n]) => Number(n));
    expect(numbers.length).toBeGreaterThanOrEqual(4);
    expect(numbers.toSorted((a, b) => a - b)).toEqual(numbers.map((_, index) => index + 1));
    expect(saved.pdf?.subarray(0, 5).toString()).toBe('%PDF-');
    for (const [ending, bytes] of Object.entries(saved)) {
      await writeFile(info.outputPath('pictures', `report.${ending}`), bytes);
    }
    const words = wordsOfPages(saved.pdf ?? Buffer.alloc(0))
      .join('')
      .replace(/\s+/g, '');
    for (const hash of hashes) expect(words).toContain(hash);
  });

  const left = await snapshotOf(page);
  await page.keyboard.press('Control+1');
  await tab('Actors').click();
  await workbench.quit();

  await test.step('open again: everything is there, the last view too', async () => {
    const again = await launch();
    const text = new ReaderPage(again.page);
    await text.shows(first);
    await expect(text.marks(alliance)).toBeInViewport();
    const { records, highlightCounts } = await snapshotOf(again.page);
    expect(records).toEqual(left.records);
    expect(highlightCounts).toEqual(left.highlightCounts);
    await expect(again.page.getByRole('tab', { name: /^Actors/ })).toHaveAttribute(
      'aria-selected',
      'true',
    );
    await expect(again.page.getByRole('region', { name: 'Network' })).toBeHidden();
    await takePictures(again, info, '16-open-again');
    expect(await call(again.page, 'case.verify', {})).toMatchObject({ ok: true, problems: [] });
  });
});
