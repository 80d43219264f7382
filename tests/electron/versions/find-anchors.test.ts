import { expect, test } from 'vitest';
import { findAnchors } from '../../../electron/versions/find-anchors.ts';
import type { Reanchoring } from '../../../electron/versions/reanchoring.ts';
import { codebook } from '../../data/operations/seed.ts';
import { TestCase } from '../../data/operations/test-case.ts';

test('a rectangle without words goes to its page in another text of the same file', async () => {
  const one = new TestCase();
  one.do('case.create', { uid: 'u1', title: 'A case', codebook });
  one.addText('scan', 'Two pages of three have words.', [], { reading: { pages: 3 } });
  for (const page of [1, 3]) {
    const area = { page, x: 0.1, y: 0.1, width: 0.2, height: 0.2 };
    const input = {
      id: `on-${page}`,
      document: 'scan',
      start: 0,
      end: 0,
      area,
      caption: 'A stamp',
    };
    one.do('highlight.add', input);
  }
  const document = one.state.get('document', 'scan');
  if (!document) throw new Error('the document was added');
  const newer = {
    text: 'One page.\n\nAnother.',
    pages: [
      { start: 0, end: 10, number: '2' },
      { start: 11, end: 19, number: '3' },
    ],
    sha256: document.source.sha256,
  };
  const { anchors } = await findAnchors(one.state, document, newer, {
    reanchoring: { find: () => Promise.resolve([]) } as unknown as Reanchoring,
    signal: new AbortController().signal,
  });
  expect(anchors).toEqual([
    { highlight: 'on-1', state: 'exact', score: 1, start: 0, end: 0 },
    { highlight: 'on-3', state: 'exact', score: 1, start: 11, end: 11 },
  ]);
});
