import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainCodec } from '#data/storage/codec.ts';
import { bodyOf, lineOf, type JournalRecord } from '#data/storage/journal-record.ts';
import { sha256 } from '../../../../electron/storage/disk/hash.ts';
import { JournalLines } from '../../../../electron/storage/journal/journal-lines.ts';
import { VaultCodec } from '../../../../electron/storage/vault/vault-codec.ts';

function recordOf(n: number, words: string): JournalRecord {
  const at = '2024-01-01T00:00:00.000Z';
  const prev = '0'.repeat(64);
  return { n, id: `r${n}`, at, by: 'Ada', op: 'test', label: words, input: {}, changes: [], prev };
}

const texts = (lines: JournalLines): string[] =>
  Buffer.from(lines.bytes).toString('utf8').split('\n');

/** Words of every alphabet, halves of pairs, and now and then more than the memory at first. */
const wordings = fc.array(
  fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom('a', 'é', '联', '😀', '\ud800', '\n', '"') }),
    fc.integer({ min: 1, max: 90_000 }).map((length) => '“'.repeat(length)),
  ),
  { maxLength: 8 },
);

test('lines are those of their records, one behind the other, however long', () => {
  const lines = new JournalLines(plainCodec);
  fc.assert(
    fc.property(wordings, (wording) => {
      lines.clear();
      const records = wording.map((words, place) => recordOf(place + 1, words));
      const hashes = records.map((record) => lines.add(record));
      const bodies = records.map(bodyOf);
      expect(hashes).toEqual(bodies.map(sha256));
      const expected = bodies.map((body, place) => lineOf(body, hashes[place] ?? ''));
      expect(texts(lines)).toEqual([...expected, '']);
      expect(lines.size).toBe(lines.bytes.length);
    }),
    { numRuns: 60 },
  );
});

test('sealed lines open to those of their records', () => {
  const codec = new VaultCodec(new Uint8Array(32).fill(7), 'vault');
  const lines = new JournalLines(codec);
  fc.assert(
    fc.property(wordings, (wording) => {
      lines.clear();
      const records = wording.map((words, place) => recordOf(place + 1, words));
      const hashes = records.map((record) => lines.add(record));
      const open = texts(lines)
        .slice(0, -1)
        .map((line) => codec.openLine(line));
      expect(open).toEqual(records.map((one, place) => lineOf(bodyOf(one), hashes[place] ?? '')));
    }),
    { numRuns: 30 },
  );
});

test('memory that one long line took is given back', () => {
  const lines = new JournalLines(plainCodec);
  lines.add(recordOf(1, 'x'.repeat(2_000_000)));
  expect(lines.bytes.buffer.byteLength).toBeGreaterThan(2_000_000);
  lines.clear();
  lines.add(recordOf(2, 'short'));
  expect(lines.bytes.buffer.byteLength).toBeLessThan(100_000);
});
