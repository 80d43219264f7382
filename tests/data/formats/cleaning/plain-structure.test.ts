import { expect, test } from 'vitest';
import { convert, outline } from '../convert.ts';
import { paragraphs } from './support.ts';

const [prose = ''] = paragraphs;
/** Kinds of the lines of a plain text, the first one (its title) left out. */
const kindsOf = async (given: string) =>
  outline(await convert('a.txt', `Nine wait at the bridge\n\n${given}`))
    .slice(1)
    .map((line) => line.slice(0, line.indexOf(':')));

test.each([
  [
    'parts of a law',
    `Article 6\n\n${prose}\n\nArticle 7\n\n(a) news;\n\n(b) roads.`,
    ['heading2', 'paragraph', 'heading2', 'list-item1', 'list-item1'],
  ],
  [
    'parts in other languages',
    `Статья 3. Дороги\n\n${prose}\n\nماده ۲\n\n${prose}\n\n第六条\n\n${prose}`,
    ['heading2', 'paragraph', 'heading2', 'paragraph', 'heading2', 'paragraph'],
  ],
  [
    'capitals and numbers',
    `SUMMARY\n\n${prose}\n\n1. Introduction\n\n${prose}\n\n2.3 Roads\n\n${prose}`,
    ['heading2', 'paragraph', 'heading2', 'paragraph', 'heading2', 'paragraph'],
  ],
  ['bullets', `• one\n• two\n\n${prose}`, ['list-item1', 'list-item1', 'paragraph']],
  [
    'numbers',
    `1. One of the lorries\n2. Another\n\n${prose}`,
    ['list-item1', 'list-item1', 'paragraph'],
  ],
  ['hyphens', `- one\n- two`, ['list-item1', 'list-item1']],
  ['one hyphen', `- one\n\n${prose}`, ['paragraph', 'paragraph']],
  ['dashes of those who speak', `– Is it open?\n– It is not.`, ['paragraph', 'paragraph']],
  ['quoted mail', `> one\n> two\n\n${prose}`, ['quote', 'quote', 'paragraph']],
  [
    'a sentence on an article',
    `Article 6 of the treaty was read to the drivers in the rain.\n\n${prose}`,
    ['paragraph', 'paragraph'],
  ],
  ['an abbreviation', `Nine\n\nNATO\n\nKesk`, ['paragraph', 'paragraph', 'paragraph']],
])('%s', async (_, given, kinds) => {
  expect(await kindsOf(given)).toEqual(kinds);
});
