import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  type PDFNumber,
} from '@cantoo/pdf-lib';
import { describe, expect, test } from 'vitest';
import { annotated, type PageNote } from '../../../electron/convert/pdf/annotate.ts';
import { readBytes } from '../import/support/read-case.ts';

const fixture = (name: string) => readFileSync(join(import.meta.dirname, '../../fixtures', name));

const plain: Omit<PageNote, 'start' | 'end'> = {
  id: 'h1',
  colour: '#ff8000',
  author: 'Ada Łovelace',
  contents: 'Ardan\nDoubts › Deep doubts',
  made: '2026-11-30T10:00:00.000Z',
  changed: '2026-11-30T11:00:00.000Z',
};

/** The annotations of each page: what they are, where, and what they say. */
async function notesIn(bytes: Uint8Array) {
  const document = await PDFDocument.load(bytes);
  return document.getPages().flatMap((page, at) => {
    const list = page.node.lookup(PDFName.of('Annots'));
    if (!(list instanceof PDFArray)) return [];
    return list.asArray().map((_, i) => {
      const note = list.lookup(i, PDFDict);
      const numbers = (name: string) =>
        note
          .lookupMaybe(PDFName.of(name), PDFArray)
          ?.asArray()
          .map((one) => (one as PDFNumber).asNumber());
      const words = (name: string) => {
        const said = note.lookup(PDFName.of(name));
        return said instanceof PDFHexString ? said.decodeText() : undefined;
      };
      return {
        page: at + 1,
        kind: note.lookup(PDFName.of('Subtype'), PDFName).asString(),
        rect: numbers('Rect') ?? [],
        quads: numbers('QuadPoints'),
        colour: numbers('C'),
        author: words('T'),
        contents: words('Contents'),
      };
    });
  });
}

async function noted(name: string, notes: (text: string) => PageNote[]) {
  const bytes = fixture(name);
  const [document] = (await readBytes(name, bytes)).documents;
  if (!document) throw new Error(name);
  const file = { name, bytes };
  const out = await annotated(
    { file, notes: notes(document.text), text: document },
    () => undefined,
  );
  return { bytes, out, notes: await notesIn(out) };
}

const over = (text: string, words: string): { start: number; end: number } => {
  const start = text.indexOf(words);
  return { start, end: start + words.length };
};

describe('highlights as annotations', () => {
  test('lie over their words, with author, colour and what is said of them', async () => {
    const { bytes, out, notes } = await noted('import/pdf-two-columns.pdf', (text) => [
      { ...plain, ...over(text, 'A road for three valleys') },
      { ...plain, id: 'h2', ...over(text, 'second page') },
    ]);
    expect(notes).toMatchObject([
      {
        page: 1,
        kind: '/Highlight',
        colour: [1, 128 / 255, 0],
        author: 'Ada Łovelace',
        contents: 'Ardan\nDoubts › Deep doubts',
      },
      { page: 2, kind: '/Highlight' },
    ]);
    // The heading takes 40 to 206.7 points from the left, and 56.2 to 70.1 from the top of 595.
    const [left = 0, bottom = 0, right = 0, top = 0] = notes[0]?.rect ?? [];
    expect(Math.abs(left - 40)).toBeLessThan(2);
    expect(Math.abs(right - 206.7)).toBeLessThan(4);
    expect(top).toBeGreaterThan(595 - 62);
    expect(bottom).toBeLessThan(595 - 64);
    expect(notes[0]?.quads).toHaveLength(8);
    // What was there is there still, byte for byte: the notes are appended.
    expect(Buffer.from(out.subarray(0, bytes.length)).equals(bytes)).toBe(true);
  });

  test('a rectangle is a square on its page, upright or turned', async () => {
    const area = { page: 2, x: 0.1, y: 0.2, width: 0.5, height: 0.25 };
    const { notes: all } = await noted('pdf/turned.pdf', () => [
      { ...plain, start: 0, end: 0, area },
    ]);
    const notes = all.filter(({ author }) => author === plain.author);
    expect(notes).toMatchObject([{ page: 2, kind: '/Square' }]);
    const [left = 0, bottom = 0, right = 0, top = 0] = notes[0]?.rect ?? [];
    expect(right).toBeGreaterThan(left);
    expect(top).toBeGreaterThan(bottom);
  });

  test('words of Arabic and of notes that are there already stay', async () => {
    const { notes } = await noted('import/pdf-arabic.pdf', (text) => [
      { ...plain, ...over(text, text.slice(0, 6)) },
    ]);
    expect(notes.filter(({ kind }) => kind === '/Highlight')).toHaveLength(1);
    const marked = await noted('pdf/marked.pdf', (text) => [
      { ...plain, ...over(text, text.slice(0, 5)) },
    ]);
    expect(marked.notes.length).toBeGreaterThan(1);
  });

  test('a locked file is refused, and what is none', async () => {
    const locked = annotated(
      {
        file: { name: 'locked.pdf', bytes: fixture('pdf/locked.pdf') },
        notes: [],
        text: { text: 'x' },
      },
      () => undefined,
    );
    await expect(locked).rejects.toMatchObject({ code: 'password-needed' });
    const broken = annotated(
      {
        file: { name: 'x.pdf', bytes: Buffer.from('%PDF-1.4 nothing') },
        notes: [],
        text: { text: 'x' },
      },
      () => undefined,
    );
    await expect(broken).rejects.toMatchObject({ code: 'import-failed' });
  });
});
