import { join } from 'node:path';
import { call, expect, test } from './fixtures.ts';
import { makeCase } from './make-case.ts';
import { ReaderPage } from './pages/reader.ts';
import { takePictures } from './pages/pictures.ts';

const texts = {
  fa: {
    id: 'fa',
    title: 'نشست چهارجانبه',
    text: 'نشست چهارجانبه\n\nوزیر دفاع تاجیکستان با ژنرال‌های چین و پاکستان در ارومچی دیدار کرد. سازمان QCCM در سال 2016 پایه‌گذاری شد و چهار کشور عضو آن هستند.',
  },
  zh: {
    id: 'zh',
    title: '四国机制',
    text: '四国机制\n\n中国和巴基斯坦在乌鲁木齐举行会谈,塔吉克斯坦和阿富汗的代表也参加了会议。各方同意加强情报交流。',
  },
  ru: {
    id: 'ru',
    title: 'Четырёхсторонний механизм',
    text: 'Четырёхсторонний механизм\n\nМинистр обороны Таджикистана встретился с генералом из Пакистана. Россия в совещании не участвовала.',
  },
};

test('Persian runs from right to left and is tagged like any other text', async ({
  launch,
  folder,
}, info) => {
  const workbench = await launch({
    args: [await makeCase(join(folder, 'a.case'), 'خانه', [texts.fa])],
  });
  const { page } = workbench;
  const reader = new ReaderPage(page);
  await reader.open(texts.fa.title);
  const block = reader.pane.locator('.words').last();
  expect(await block.evaluate((words) => getComputedStyle(words).direction)).toBe('rtl');

  await reader.select('تاجیکستان');
  await expect(reader.bar).toContainText('“تاجیکستان”');
  await page.keyboard.press('Control+Enter');
  await page.keyboard.press('s');
  await expect(reader.marks('تاجیکستان')).toHaveCount(1);
  await reader.select('ژنرال‌های چین');
  await page.keyboard.press('x');
  await page.keyboard.press('Enter');
  await expect(reader.marks('ژنرال‌های چین')).toHaveCount(1);
  const { highlights } = await call(page, 'document.read', { id: 'fa' });
  expect(highlights.map(({ quote }) => quote)).toEqual(['تاجیکستان', 'ژنرال‌های چین']);

  // Left is forwards here: the caret goes with the words, not with the offsets.
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Shift+ArrowLeft');
  await expect(reader.bar).toContainText('“ن”');
  await page.keyboard.press('Escape');
  await takePictures(workbench, info, 'persian');
});

test('Chinese words are words: two clicks take one', async ({ launch, folder }, info) => {
  const workbench = await launch({
    args: [await makeCase(join(folder, 'a.case'), '机制', [texts.zh])],
  });
  const { page } = workbench;
  const reader = new ReaderPage(page);
  await reader.open(texts.zh.title);
  await reader.doubleClick('巴基斯坦');
  await expect(reader.bar).toContainText('“巴基斯坦”');
  await page.keyboard.press('Control+Enter');
  await page.keyboard.press('s');
  await expect(reader.marks('巴基斯坦')).toHaveCount(1);
  await takePictures(workbench, info, 'chinese');
});

test('Russian names are found without their capitals', async ({ launch, folder }, info) => {
  const workbench = await launch({
    args: [await makeCase(join(folder, 'a.case'), 'Дело', [texts.ru])],
  });
  const { page } = workbench;
  const reader = new ReaderPage(page);
  await reader.open(texts.ru.title);
  await reader.select('Таджикистана');
  await page.keyboard.press('Control+Enter');
  await page.keyboard.press('s');
  await expect(reader.marks('Таджикистана')).toHaveCount(1);
  await reader.select('Россия');
  await reader.filter.fill('таджик');
  await expect(reader.bar.getByRole('option').first()).toContainText('Таджикистана');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog', { name: 'Find or do' });
  await palette.getByRole('combobox').fill('ТАДЖИК');
  await expect(palette.getByRole('option').first()).toContainText('Таджикистана');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('complementary', { name: 'Inspector' })).toContainText('state');
  await takePictures(workbench, info, 'russian');
});
