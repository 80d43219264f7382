import { expect, test } from 'vitest';
import { shownParagraphs } from '#data/text/shown-paragraphs.ts';
import type { Block } from '#data/text/working-text.ts';

test('paragraphs are whole, without page breaks and what is folded away', () => {
  const text = 'Head\n\nA long paragraph\fthat goes on.\n\nMenu\n\nEnd';
  const block = (words: string, kind: Block['kind']): Block => {
    const start = text.indexOf(words);
    return { start, end: start + words.length, kind };
  };
  const blocks = [
    block('Head', 'heading'),
    block('A long ', 'paragraph'),
    block('paragraph', 'continuation'),
    block('\f', 'page-break'),
    block('that goes on.', 'continuation'),
    block('Menu', 'paragraph'),
    block('End', 'paragraph'),
  ];
  const { start, end } = block('Menu', 'paragraph');
  expect(shownParagraphs({ text, blocks }, [{ start, end, kind: 'navigation' }])).toEqual([
    'Head',
    'A long paragraph\fthat goes on.',
    'End',
  ]);
});
