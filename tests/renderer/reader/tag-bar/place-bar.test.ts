import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeBar } from '../../../../renderer/reader/tag-bar/place-bar.ts';

const pane = { left: 200, top: 50, right: 800, bottom: 650 };
const size = { width: 400, height: 300 };
const line = (top: number, left = 260) => ({ left, right: left + 80, top, bottom: top + 20 });

test('stands below the words', () => {
  expect(placeBar([line(100)], pane, size)).toMatchObject({ left: 60, top: 78 });
});

test('stands above the words where there is no room below', () => {
  expect(placeBar([line(500)], pane, size)).toMatchObject({ left: 60, top: 142 });
});

test('stays inside the pane, whatever the words do', () => {
  const { left } = placeBar([line(100, 760)], pane, size);
  expect(left + size.width).toBeLessThanOrEqual(600);
  expect(placeBar([], pane, size).top).toBeGreaterThan(0);
});

test('never covers a selected line, however large it is: what has no room scrolls inside', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 60, max: 620 }),
      fc.integer({ min: 80, max: 900 }),
      (top, height) => {
        const place = placeBar([line(top)], pane, { width: 400, height });
        const from = pane.top + place.top;
        const to = from + Math.min(height, place.room);
        expect(from >= top + 20 || to <= top).toBe(true);
        expect(from).toBeGreaterThanOrEqual(pane.top);
        expect(to).toBeLessThanOrEqual(pane.bottom);
      },
    ),
  );
});
