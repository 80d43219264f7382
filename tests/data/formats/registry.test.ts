import { describe, expect, test } from 'vitest';
import { AppError } from '#data/errors.ts';
import type { Converted, ImportFormat, ReadText } from '#data/formats/import/format.ts';
import { plainText } from '#data/formats/import/plain-text.ts';
import { ImportRegistry, pureFormats, pureRegistry } from '#data/formats/import/registry.ts';
import { bareTools, Meter } from '#data/formats/import/tools.ts';

const reading = (title: string, more: Partial<ReadText> = {}): ReadText => ({
  title,
  text: `Words of ${title}.`,
  blocks: [],
  ...more,
});

/** A format that gives what a test says. */
function format(
  id: string,
  more: Partial<ImportFormat>,
  readings: readonly ReadText[] = [reading(id)],
): ImportFormat {
  return {
    id,
    label: id,
    extensions: [id],
    mediaTypes: [`application/${id}`],
    limit: 1024,
    async *convert() {
      yield* readings;
    },
    ...more,
  };
}

const registry = (...formats: ImportFormat[]) =>
  new ImportRegistry([...formats, ...pureFormats], plainText);
const file = (name: string, start: string) => ({ name, bytes: Buffer.from(start, 'latin1') });

async function all(from: ImportRegistry, name: string, start: string): Promise<Converted[]> {
  const found: Converted[] = [];
  for await (const one of from.convert(file(name, start), bareTools)) {
    if (!('error' in one)) found.push(one);
  }
  return found;
}

describe('the format of a file', () => {
  const pdf = format('pdf', { starts: ['%PDF-'] });
  const zips = [
    format('docx', { starts: ['PK\x03\x04'], sniff: (start) => start.includes('word/') }),
    format('odt', { starts: ['PK\x03\x04'], sniff: (start) => start.includes('opendocument') }),
    format('zip', { starts: ['PK\x03\x04'] }),
  ];
  const formats = registry(pdf, ...zips);

  test.each([
    ['paper.pdf', '%PDF-1.7', 'pdf'],
    ['paper.txt', '%PDF-1.7', 'pdf'],
    ['paper', '%PDF-1.7', 'pdf'],
    ['a.odt', 'PK\x03\x04', 'odt'],
    ['a', 'PK\x03\x04 word/document.xml', 'docx'],
    ['a.bin', 'PK\x03\x04 opendocument', 'odt'],
    ['a.zip', 'PK\x03\x04 word/document.xml', 'docx'],
    ['a.md', '<!doctype html>', 'markdown'],
    ['a', '<!doctype html>', 'html'],
    ['a.pdf', 'Words under a wrong name.', 'plain-text'],
    ['a', 'Words.', 'plain-text'],
    ['a.txt', '<!DOCTYPE html><p>Words.</p>', 'html'],
    ['a.txt', '\n<html lang="en"><p>Words.</p>', 'html'],
    ['a.txt', '<p>Words.</p>', 'plain-text'],
    ['a.log', '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">', 'xhtml'],
    ['a.txt', 'From: Ada\nTo: Bob\nSubject: Words\n\nWords.', 'plain-text'],
  ])('%s that begins with %s', (name, start, id) => {
    expect(formats.formatOf(file(name, start)).id).toBe(id);
  });

  test('that somebody reads is not refused; that nobody reads is', async () => {
    expect(await all(formats, 'paper.pdf', '%PDF-1.7')).toMatchObject([
      { title: 'pdf', mediaType: 'application/pdf' },
    ]);
    await expect(all(pureRegistry, 'paper.pdf', '%PDF-1.7')).rejects.toMatchObject({
      code: 'unsupported-format',
    });
  });

  test('has its own largest size', async () => {
    await expect(all(formats, 'a.pdf', `%PDF-${'x'.repeat(1024)}`)).rejects.toMatchObject({
      code: 'too-large',
      details: { limit: 1024 },
    });
  });
});

describe('a file with several documents', () => {
  const box = (...readings: ReadText[]) => registry(format('box', { holdsMany: true }, readings));

  test('gives them one by one, each with what it says of itself', async () => {
    const given = [reading('one', { part: 'a.html', mediaType: 'text/html' }), reading('two')];
    expect(await all(box(...given), 'a.box', 'x')).toMatchObject([
      { title: 'one', part: 'a.html', mediaType: 'text/html' },
      { title: 'two', mediaType: 'application/box' },
    ]);
  });

  test('that holds none is empty', async () => {
    await expect(all(box(), 'a.box', 'x')).rejects.toMatchObject({ code: 'empty-file' });
  });

  test('stops where it unpacks to more than anything should', async () => {
    const text = 'x'.repeat(100 * 1024 * 1024);
    const given = ['one', 'two', 'three'].map((title) => reading(title, { text }));
    const seen: string[] = [];
    const read = async () => {
      const converting = box(...given).convert(file('a.box', 'x'), bareTools);
      for await (const one of converting) if ('title' in one) seen.push(one.title);
    };
    await expect(read()).rejects.toMatchObject({ code: 'too-large' });
    expect(seen).toEqual(['one', 'two']);
  });
});

describe('long loops over a file', () => {
  const long = Buffer.from('A line of words, and a few more.\n'.repeat(100_000));

  test.each(['a.txt', 'a.md', 'a.html'])('say how far they are: %s', async (name) => {
    const told: number[] = [];
    const progress = (done: number, total: number) => {
      expect(done).toBeLessThanOrEqual(total);
      told.push(done);
    };
    for await (const one of pureRegistry.convert({ name, bytes: long }, { ...bareTools, progress }))
      expect('text' in one && one.text.length).toBeGreaterThan(3_000_000);
    expect(told.length).toBeGreaterThan(10);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
  });

  test('end when nobody wants them', () => {
    const abort = new AbortController();
    const meter = new Meter({ progress: () => undefined, signal: abort.signal }, 1000);
    meter.add(1_000_000);
    abort.abort(new AppError('cancelled', 'Enough.'));
    expect(() => meter.add(1_000_000)).toThrow('Enough.');
  });
});
