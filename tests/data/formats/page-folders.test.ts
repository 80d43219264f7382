import { expect, test } from 'vitest';
import { pageFolders, withoutPageFolders } from '#data/formats/import/page-folders.ts';

test('the folder of a saved page is known by its name, beside the page alone', () => {
  expect([
    ...pageFolders([
      ...['Talks.html', 'Talks_files', 'Gespräch.htm', 'Gespräch-Dateien', 'a.b.html', 'a.b.files'],
      ...['Встреча.html', 'Встреча_файлы', 'Own_files', 'Talks_notes', 'Other.txt', 'Other_files'],
    ]),
  ]).toEqual(['Talks_files', 'Gespräch-Dateien', 'a.b.files', 'Встреча_файлы']);
});

test('an archive is looked at folder by folder', () => {
  const paths = ['x/a.html', 'x/a_files/b.js', 'x/a_files/c/d.html', 'y/a_files/e.html', 'f.txt'];
  expect(withoutPageFolders(paths)).toEqual(['x/a.html', 'y/a_files/e.html', 'f.txt']);
});
