import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { convertFile, refusal } from './convert.ts';

const MB = 1024 * 1024;
const filled = (piece: string, bytes: number): Buffer => Buffer.alloc(bytes, piece);

/** Seconds of CPU that it takes to convert, whether it is refused or not. */
async function seconds(name: string, bytes: Uint8Array): Promise<number> {
  const start = process.cpuUsage();
  try {
    await convertFile({ name, bytes });
  } catch (thrown) {
    expect(thrown).toMatchObject({ code: 'empty-file' });
  }
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

/** Four times the bytes may take about four times the time; quadratic work would take sixteen times. */
describe('time grows with size, not with malice', { timeout: 120_000 }, () => {
  test.each([
    '<div>',
    '<b><p>a',
    '<div><p>',
    '<table><td>x',
    '<ul><li>x',
    '<div hidden>x',
    '<!--',
    '<a x',
    '&amp;',
    '</div>',
    '<svg><title>',
    '<p style="',
  ])('%s without end', async (piece) => {
    await seconds('warm.html', filled(piece, MB / 16));
    const one = await seconds('a.html', filled(piece, MB / 4));
    const four = await seconds('a.html', filled(piece, MB));
    expect(four).toBeLessThan(Math.max(1, one * 12));
  });
});

/** Up to a minute a megabyte is the parser's own: a ratio again, as seconds are those of the machine. */
describe(
  'signs of Markdown take time by their number, not by how they nest',
  { timeout: 120_000 },
  () => {
    test.each([
      ['[', '*a', '`', '> ', '- ', '&amp;', '\\\n'],
      ['[[[[\n', '`a\n', '```\n', '<!--\n', 'a\n=\n', '[a]: b\n'],
      ['- a\n', '> - a\n', '> - > - a\n\n', '1. a\n'],
      [`${'- '.repeat(490)}a\n`, `${'> '.repeat(490)}a\n`, `${' '.repeat(900)}- a\n`],
    ])('%#', async (...pieces) => {
      await seconds('warm.md', filled('a\n\n', MB / 64));
      for (const piece of pieces) {
        const one = await seconds('a.md', filled(piece, MB / 32));
        const four = await seconds('a.md', filled(piece, MB / 8));
        expect(four, piece).toBeLessThan(Math.max(1, one * 12));
      }
    });
  },
);

test.each(['page', 'page.html', 'page.txt', 'page.md'])(
  'comments without an end keep nobody busy who looks what %s is',
  async (name) => {
    const bytes = readFileSync(
      join(import.meta.dirname, '../../fixtures/security/sniff-redos.bin'),
    );
    expect(await seconds(name, bytes)).toBeLessThan(5);
    expect(
      await seconds(name, Buffer.concat(Array.from({ length: 500 }, () => bytes))),
    ).toBeLessThan(5);
  },
);

test('a million attributes on one tag are read', { timeout: 60_000 }, async () => {
  const names = Array.from({ length: 1_000_000 }, (_, at) => `a${at}`).join(' ');
  expect(await seconds('a.html', Buffer.from(`<p ${names}>x`))).toBeLessThan(30);
});

test('a page beyond its limit is refused before it is read', async () => {
  const error = await refusal('a.html', filled('<p>x', 20 * MB + 1));
  expect(error).toMatchObject({ code: 'too-large', details: { limit: 20 * MB } });
  expect(error.message).toContain('20 MB');
});

test('elements nested a hundred thousand deep keep their words', async () => {
  const deep = `${'<div>'.repeat(100_000)}bottom${'</div>'.repeat(100_000)}<p>after`;
  expect((await convertFile({ name: 'a.html', bytes: Buffer.from(deep) })).text).toBe(
    'bottom\n\nafter',
  );
});
