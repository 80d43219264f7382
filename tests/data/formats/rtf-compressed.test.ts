import { expect, test } from 'vitest';
import { unpackedRtf } from '#data/formats/import/rtf/compressed.ts';

const unpacked = (hex: string) => {
  const bytes = unpackedRtf(Uint8Array.from(Buffer.from(hex, 'hex')));
  return bytes && Buffer.from(bytes).toString('latin1');
};

/** The examples of [MS-OXRTFCP]. */
const HELLO =
  '2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0';
const OVERLAPPING = '1a0000001c0000004c5a4675e2d44b51410004205758595a0d6e7d010eb0';

test('packed rich text is unpacked', () => {
  expect(unpacked(HELLO)).toBe('{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n');
  expect(unpacked(OVERLAPPING)).toBe('{\\rtf1 WXYZWXYZWXYZWXYZWXYZ}');
});

test('what is cut off is read as far as it goes, and what is none is none', () => {
  expect(unpacked(HELLO.slice(0, -20))).toMatch(/^\{\\rtf1\\ansi\\ansicpg1252\\pard hel/);
  expect(unpacked('2d000000')).toBeUndefined();
  expect(unpacked(HELLO.replace('4c5a4675', '4c5a4676'))).toBeUndefined();
});

test('a size that is a lie takes no memory', () => {
  const bytes = unpackedRtf(
    Uint8Array.from(Buffer.from(HELLO.replace('2b000000', 'ffffffff'), 'hex')),
  );
  expect(bytes?.buffer.byteLength).toBeLessThan(100_000);
});
