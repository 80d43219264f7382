import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { foldBlocks } from '#data/text/fold-blocks.ts';
import { convertFile } from './convert.ts';

const folder = resolve(
  process.env.WAKHAN_CORPUS ?? join(import.meta.dirname, '../../../../shared/corpus'),
);
const isThere = existsSync(folder);
const names = isThere ? readdirSync(folder).filter((name) => name.endsWith('.txt')) : [];

/** What lies on which lines of each text, counted from 1, as reading them told; all else is text. */
const regions: Record<string, [kind: string, from: number, to: number][]> = {
  '000': [],
  '001': [
    ['page-title', 1, 1],
    ['author-box', 48, 48],
    ['author-box', 50, 50],
    ['related', 52, 52],
  ],
  '002': [
    ['breadcrumb', 1, 1],
    ['category-row', 2, 2],
    ['pull-quote', 17, 17],
    ['pull-quote', 59, 59],
    ['credit', 73, 73],
  ],
  '003': [
    ['caption', 3, 3],
    ['credit', 44, 44],
  ],
  '004': [
    ['references', 67, 125],
    ['publisher-box', 127, 129],
    ['comment-form', 131, 153],
  ],
};

/** What each text says of itself: the line, and the start of a hash of the value. */
const proposals: Record<string, [field: string, line: number, hash: string][]> = {
  '000': [['title', 1, '893e0d42']],
  '001': [
    ['title', 3, 'f7e3f3f8'],
    ['author', 48, 'dec7413f'],
    ['publisher', 1, '668520bf'],
  ],
  '002': [
    ['title', 4, 'd9d71ff7'],
    ['publisher', 73, 'd44f5b3e'],
  ],
  '003': [['title', 1, '2bb50647']],
  '004': [
    ['title', 1, 'dac81f6b'],
    ['author', 3, '1a5fee9b'],
    ['publisher', 127, '4bdf51fe'],
  ],
};

const hash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 8);

describe.skipIf(!isThere)('the reference corpus, line by line', () => {
  const read = async (start: string) => {
    const name = names.find((one) => one.startsWith(start)) ?? '';
    const converted = await convertFile({ name, bytes: readFileSync(join(folder, name)) });
    const lineOf = (at: number) => converted.text.slice(0, at).split('\n').length;
    return { ...converted, lineOf };
  };

  test.each(Object.entries(regions))(
    '%s: debris lies in regions of its kind',
    async (start, expected) => {
      const { blocks, regions: found, text, lineOf } = await read(start);
      const kinds = new Map(
        expected.flatMap(([kind, from, to]) =>
          Array.from({ length: to - from + 1 }, (_, at): [number, string] => [from + at, kind]),
        ),
      );
      for (const { start: at, end, region } of foldBlocks(blocks, found)) {
        if (text.slice(at, end).trim() === '') continue;
        expect([lineOf(at), region]).toEqual([lineOf(at), kinds.get(lineOf(at))]);
      }
    },
  );

  test.each(Object.entries(proposals))(
    '%s: says no more of itself than it does',
    async (start, expected) => {
      const { meta, lineOf } = await read(start);
      const found = meta.flatMap(({ field, value, from }) =>
        from === 'file' || field === 'language' ? [] : [[field, lineOf(from.start), hash(value)]],
      );
      expect(found).toEqual(expected);
      expect(meta.find(({ field }) => field === 'language')?.value).toBe('en');
    },
  );
});
