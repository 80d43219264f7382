import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LONGEST_LINE, readLines, type InputLine } from '../../../electron/cli/read-lines.ts';

async function* pieces(
  some: readonly (Uint8Array | string)[],
): AsyncGenerator<Uint8Array | string> {
  yield* some;
}

async function read(some: readonly (Uint8Array | string)[]): Promise<InputLine[]> {
  const lines: InputLine[] = [];
  for await (const line of readLines(pieces(some))) lines.push(line);
  return lines;
}

test('lines are the same however the bytes are cut into chunks', async () => {
  const cuts = fc.array(fc.nat({ max: 60 }), { maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 60 }), cuts, async (text, at) => {
      const bytes = Buffer.from(text.replace(/[\r\ufeff]/g, '\n'));
      const edges = [0, ...at.filter((cut) => cut < bytes.length), bytes.length].sort(
        (a, b) => a - b,
      );
      const chunks = edges.slice(1).map((end, index) => bytes.subarray(edges[index], end));
      const whole = bytes.toString('utf8').split('\n');
      const expected = whole.flatMap((line, index) =>
        line.trim() === '' ? [] : [{ number: index + 1, text: line }],
      );
      expect(await read(chunks)).toEqual(expected);
    }),
  );
});

test('a line beyond the limit is told without its text, and the next one is read', async () => {
  const chunk = Buffer.alloc(LONGEST_LINE / 4, 'x');
  const lines = await read([chunk, chunk, chunk, chunk, 'x', '\nnext', '\n']);
  expect(lines).toEqual([
    { number: 1, fault: 'too-large' },
    { number: 2, text: 'next' },
  ]);
});

test('bytes that are not UTF-8 are told by line', async () => {
  expect(await read([Buffer.from([0x61, 0x0a, 0xff, 0x0a, 0x62])])).toEqual([
    { number: 1, text: 'a' },
    { number: 2, fault: 'wrong-encoding' },
    { number: 3, text: 'b' },
  ]);
});
