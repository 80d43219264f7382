import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Converted } from '#data/formats/import/format.ts';
import type { TableRecipe } from '#data/model/reading.ts';
import { blockFaults } from '../../data/formats/convert.ts';
import type { CaseFile } from './support/case-file.ts';
import { fixtures, plain, readFixture, shown } from './support/read-case.ts';

const { files } = JSON.parse(readFileSync(join(fixtures, 'expected.json'), 'utf8')) as {
  files: CaseFile[];
};

describe.each(files)('$file', (one) => {
  const settings = { ...recipeOf(one.args) };
  const norm = (text: string) => plain(text, one);

  test('comes in as what it is', async () => {
    const { documents, refused } = await readFixture(one.file, settings);
    if (one.result.includes('failed')) {
      expect(documents).toEqual([]);
      expect(refused[0]?.code).not.toBe('internal');
      if (one.rowSays) expect(refused[0]?.message).toMatch(new RegExp(one.rowSays, 'i'));
      return;
    }
    expect(refused).toEqual([]);
    for (const document of documents) expect(blockFaults(document)).toEqual([]);
    const [first] = documents;
    if (!first) throw new Error('no document');
    if (one.documents) expect(documents).toHaveLength(one.documents);
    if (one.mediaType) expect(first.mediaType).toBe(one.mediaType);
    if (one.encoding) expect(one.encoding).toContain(first.reading.encoding);
    if (one.language) expect(valueOf(first, 'language')?.slice(0, 2)).toBe(one.language);
    if (one.pages) expect(first.reading.pages).toBe(one.pages);
    if (one.date) expect(valueOf(first, 'published')).toMatch(new RegExp(`^${one.date}`));
    for (const [field, value] of Object.entries(one.meta ?? {})) {
      const known = field === 'title' ? first.title : valueOf(first, fieldOf(field));
      expect(known).toContain(value);
    }
  });

  test.skipIf(one.result.includes('failed'))('reads as it should', async () => {
    const { documents } = await readFixture(one.file, settings);
    const [first] = documents;
    if (!first) throw new Error('no document');
    const text = norm(shown(first));
    const all = norm(first.text);
    let at = 0;
    for (const snippet of one.mustContain ?? []) {
      const found = text.indexOf(norm(snippet), at);
      expect(found, `“${snippet}” after ${at} in: ${text.slice(0, 2000)}`).toBeGreaterThanOrEqual(
        0,
      );
      at = found + norm(snippet).length;
    }
    for (const snippet of one.mustContainAll ?? []) expect(all).toContain(norm(snippet));
    for (const snippet of one.mustNotContain ?? []) {
      if (snippet === '\\p{presentation-forms}')
        expect(all).not.toMatch(/[\ufb50-\ufdff\ufe70-\ufefc]/);
      else expect(text).not.toContain(norm(snippet));
    }
    for (const snippet of one.mustNotContainAll ?? []) expect(all).not.toContain(norm(snippet));
    for (const snippet of one.once ?? []) expect(text.split(norm(snippet))).toHaveLength(2);
    for (const snippet of one.anywhere ?? []) {
      expect(all + JSON.stringify(first.marks ?? [])).toContain(norm(snippet));
    }
  });

  test.skipIf(one.result.includes('failed'))('has the structure that it should', async () => {
    const { documents } = await readFixture(one.file, settings);
    const [first] = documents;
    if (!first) throw new Error('no document');
    const words = (range: { start: number; end: number }) =>
      norm(first.text.slice(range.start, range.end));
    const blocks = first.blocks.map((block) => ({ ...block, words: words(block) }));
    const headings = blocks.filter(({ kind }) => kind === 'heading').map((block) => block.words);
    for (const heading of one.headings ?? []) expect(headings).toContain(heading);
    for (const [number, item] of one.numbers ?? []) {
      expect(blocks.find((block) => block.words === norm(item))?.number).toBe(number);
    }
    const lines = first.text.split('\n').map(norm);
    for (const line of one.lines ?? []) {
      expect([...lines, ...blocks.map((block) => block.words)]).toContain(norm(line));
    }
    if (one.cells) {
      const cells = blocks
        .filter(({ kind }) => kind === 'table-row')
        .flatMap(({ start, end }) => first.text.slice(start, end).split('\t').map(norm));
      expect(cells.filter((cell) => one.cells?.includes(cell))).toEqual(one.cells);
    }
    for (const { snippet, number } of one.page ?? []) {
      const at = first.text.replace(/\s/g, ' ').indexOf(snippet.slice(0, 20));
      const page = first.pages?.find(({ start, end }) => start <= at && at < end);
      expect(page?.number).toBe(`${number}`);
    }
    for (const { snippet, kinds } of one.debris ?? []) {
      const region = first.regions.find((range) => words(range).includes(norm(snippet)));
      expect(kinds).toContain(region?.kind);
    }
    for (const snippet of one.apart ?? []) {
      const at = first.text.indexOf(snippet);
      const [start, end] = [at, at + snippet.length];
      const isEdge = [...(first.marks ?? []), ...first.regions, ...first.blocks].some(
        (range) => range.start === start && range.end === end,
      );
      const inside = first.blocks.find((block) => block.start <= start && end <= block.end);
      expect(isEdge || (inside !== undefined && inside.kind !== 'paragraph')).toBe(true);
    }
  });

  test.skipIf(!one.each && !one.otherDocuments)('brings all its documents', async () => {
    const { documents } = await readFixture(one.file, settings);
    for (const { title, mustContain, date } of one.each ?? []) {
      const document = documents.find((each) => each.title === title);
      expect(norm(document ? shown(document) : '')).toContain(norm(mustContain));
      if (date) expect(document && valueOf(document, 'published')).toMatch(new RegExp(`^${date}`));
    }
    const others = documents.slice(1).map(({ text }) => norm(text));
    for (const snippet of one.otherDocuments ?? []) {
      expect(others.some((text) => text.includes(norm(snippet)))).toBe(true);
    }
    for (const name of one.dataNames ?? [])
      expect(documents.map(({ part }) => part)).toContain(name);
  });
});

const fieldOf = (field: string): string => (field === 'canonical' ? 'url' : field);

const valueOf = ({ meta }: Converted, field: string): string | undefined =>
  meta.find((one) => one.field === field)?.value;

function recipeOf(args: readonly string[] = []): { recipe?: TableRecipe } {
  const at = args.indexOf('--columns');
  if (at < 0) return {};
  const pairs = (args[at + 1] ?? '').split(',').map((pair) => pair.split('='));
  return { recipe: Object.fromEntries(pairs) as TableRecipe };
}
