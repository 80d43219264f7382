import { describe, expect, test } from 'vitest';
import { wordsOn } from '../../../electron/import/clipboard.ts';
import { asFile } from '../../../electron/import/pasted.ts';
import { addressIn } from '../../../electron/import/web-address.ts';

const at = new Date(2026, 10, 30, 9, 4, 7);

describe('loose words', () => {
  test('become a text or a page, called by when they came', () => {
    const text = asFile({ text: 'Some words.' }, at);
    expect(text).toMatchObject({
      name: 'Pasted 2026-11-30 09.04.07.txt',
      how: { encoding: 'utf-8' },
    });
    const page = asFile({ text: 'w', html: '<p>w</p>', address: 'https://example.org/a?b' }, at);
    expect(page).toMatchObject({
      name: 'Pasted 2026-11-30 09.04.07.html',
      how: { origin: 'https://example.org/a?b' },
    });
    expect('bytes' in page && Buffer.from(page.bytes).toString()).toBe('<p>w</p>');
  });

  test('are refused when there are none', () => {
    expect(() => asFile({ text: ' \n' }, at)).toThrow(
      expect.objectContaining({ code: 'empty-file' }),
    );
  });

  test.each([
    ['https://example.org/a\nTitle', 'https://example.org/a'],
    ['file:///home/somebody/a.html', undefined],
    ['javascript:alert(1)', undefined],
    ['https://', undefined],
    [`https://example.org/${'a'.repeat(3000)}`, undefined],
    [undefined, undefined],
  ])('name an address of the web and no place of the machine: %s', (said, address) => {
    expect(addressIn(said)).toBe(address);
  });
});

describe('the clipboard', () => {
  const page = '<b>Words</b>';

  test('of an older release tells page and address', async () => {
    const clipboard = {
      readText: () => 'Words',
      readHTML: () => page,
      availableFormats: () => ['text/html'],
      readBuffer: (format: string) =>
        Buffer.from(format === 'chromium/x-internal-source-url' ? 'https://example.org/x' : ''),
    };
    expect(await wordsOn(clipboard)).toEqual({
      text: 'Words',
      html: page,
      address: 'https://example.org/x',
    });
  });

  test('of Windows tells the address before the page', async () => {
    const head = `Version:0.9\r\nSourceURL:https://example.org/w\r\n${page}`;
    const clipboard = {
      readText: () => 'Words',
      readHTML: () => page,
      availableFormats: () => ['HTML Format'],
      readBuffer: (format: string) => Buffer.from(format === 'HTML Format' ? head : ''),
    };
    expect((await wordsOn(clipboard)).address).toBe('https://example.org/w');
  });

  test('of a newer release, and of Firefox, which writes UTF-16', async () => {
    const formats: Record<string, Buffer> = {
      'text/html': Buffer.from(page),
      'text/x-moz-url-priv': Buffer.from('https://example.org/f', 'utf16le'),
    };
    const item = {
      types: Object.keys(formats),
      getType: async (type: string) => new Blob([new Uint8Array(formats[type] ?? [])]),
    };
    const clipboard = { readText: async () => 'Words', read: async () => [item] };
    expect(await wordsOn(clipboard)).toEqual({
      text: 'Words',
      html: page,
      address: 'https://example.org/f',
    });
  });

  test('with words alone gives words alone', async () => {
    const clipboard = { readText: async () => 'Words', read: async () => [] };
    expect(await wordsOn(clipboard)).toEqual({ text: 'Words' });
  });
});
