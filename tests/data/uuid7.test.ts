import { expect, test } from 'vitest';
import { uuid7, uuid7Maker } from '#data/uuid7.ts';

const shape = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Bytes that look like chance, and come out the same every time. */
const fill = (bytes: Uint8Array): void => {
  let state = bytes.length;
  bytes.forEach((_, at) => (bytes[at] = state = (state * 1_103_515_245 + 12_345 + at) >>> 8));
};

test('ids are UUIDs of version 7 that sort by their time', () => {
  const make = uuid7Maker(fill);
  const early = make(Date.UTC(2016, 7, 3));
  const late = make(Date.UTC(2026, 0, 1));
  expect(early).toMatch(shape);
  expect(early < late).toBe(true);
  expect(parseInt(early.replace('-', '').slice(0, 12), 16)).toBe(Date.UTC(2016, 7, 3));
});

test('the example of RFC 9562 comes out of its time and its chance', () => {
  const random = Uint8Array.of(0x0c, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f);
  expect(uuid7(random, 0x017f22e279b0)).toBe('017f22e2-79b0-7cc3-98c4-dc0c0c07398f');
});

test('version and variant stand whatever chance says', () => {
  expect(uuid7(new Uint8Array(10), 0)).toBe('00000000-0000-7000-8000-000000000000');
  expect(uuid7(new Uint8Array(10).fill(0xff), 2 ** 48 - 1)).toBe(
    'ffffffff-ffff-7fff-bfff-ffffffffffff',
  );
});

test('chance is fetched anew when it is used up, and used once', () => {
  let filled = 0;
  const make = uuid7Maker((bytes) => {
    bytes.fill(0);
    for (let at = 0; at < bytes.length; at += 10) {
      bytes[at + 3] = at / 10;
      bytes[at + 4] = filled;
    }
    filled++;
  });
  const ids = Array.from({ length: 1_000 }, () => make(0));
  expect(new Set(ids).size).toBe(ids.length);
  expect(filled).toBe(4);
});
