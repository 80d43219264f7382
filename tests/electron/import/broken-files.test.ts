import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { expect, test } from 'vitest';
import { WorkingText } from '#data/text/working-text.ts';
import type { Converted } from '#data/formats/import/format.ts';
import { blockFaults } from '../../data/formats/convert.ts';
import { readBytes } from './support/read-case.ts';

const fixtures = join(import.meta.dirname, '../../fixtures');
const files = ['import', 'import-made/docx', 'import-made/odt', 'import-made/rtf', 'pdf'].flatMap(
  (folder) =>
    readdirSync(join(fixtures, folder))
      .filter((name) => !/\.(?:json|md)$/.test(name))
      .map((name) => ({ name, bytes: readFileSync(join(fixtures, folder, name)) })),
);

/** Why a file may be refused. */
const CODES =
  /^(?:empty-file|not-text|wrong-encoding|unsupported-format|too-large|password-needed|import-failed)$/;

/** One way to break a file; places are shares of its length. */
type Break = { kind: 'set' | 'cut' | 'drop' | 'repeat' | 'mix'; at: number; size: number };
const anyBreak: fc.Arbitrary<Break> = fc.record({
  kind: fc.constantFrom('set', 'cut', 'drop', 'repeat', 'mix'),
  at: fc.double({ min: 0, max: 0.999, noNaN: true }),
  size: fc.integer({ min: 1, max: 300 }),
});

function broken(bytes: Buffer, { kind, at, size }: Break, other: Buffer): Buffer {
  const from = Math.floor(at * bytes.length);
  const piece = bytes.subarray(from, from + size);
  const [before, behind] = [bytes.subarray(0, from), bytes.subarray(from + piece.length)];
  switch (kind) {
    case 'set':
      return Buffer.concat([before, Buffer.from([size % 256]), bytes.subarray(from + 1)]);
    case 'cut':
      return Buffer.from(before);
    case 'drop':
      return Buffer.concat([before, behind]);
    case 'repeat':
      return Buffer.concat([before, ...Array.from({ length: size }, () => piece), behind]);
    case 'mix':
      return Buffer.concat([before, other.subarray(0, 2000), piece, behind]);
  }
}

/** What is wrong with a document: parts that lie outside of its text, or are none. */
function faultsOf(document: Converted): unknown[] {
  const { text, blocks, marks, pages, cues, regions, meta } = document;
  const working = {
    text,
    blocks,
    ...(marks && { marks }),
    ...(pages && { pages }),
    ...(cues && { cues }),
  };
  const parsed = WorkingText.safeParse(working);
  const ranges = [
    ...(marks ?? []),
    ...(pages ?? []),
    ...(cues ?? []),
    ...regions,
    ...meta.flatMap(({ from }) => (from === 'file' ? [] : [from])),
  ];
  return [
    ...(parsed.success ? [] : [parsed.error.issues]),
    ...blockFaults(document),
    ...ranges.filter(({ start, end }) => start < 0 || end > text.length || start >= end),
    ...regions.filter(({ start }, at) => start < (regions[at - 1]?.end ?? 0)),
  ];
}

test('a file that is broken anywhere ends in sound documents, or in words', async () => {
  const anyFile = fc.constantFrom(...files);
  await fc.assert(
    fc.asyncProperty(anyFile, anyFile, anyBreak, async ({ name, bytes }, other, how) => {
      const read = await readBytes(`a${extname(name)}`, broken(bytes, how, other.bytes));
      expect(read.refused.filter(({ code }) => !CODES.test(code))).toEqual([]);
      expect(read.refused.filter(({ message }) => !/[.!]$/.test(message))).toEqual([]);
      expect(read.documents.flatMap(faultsOf)).toEqual([]);
    }),
    { numRuns: 150 },
  );
}, 120_000);
