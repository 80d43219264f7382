import { describe, expect, test } from 'vitest';
import { fitBounds } from '../../../electron/window/fit-bounds.ts';

const smallest = { width: 960, height: 600 };
const room = { x: 0, y: 30, width: 1280, height: 770 };

describe('the place of the window', () => {
  test('is the last one where that is in sight', () => {
    const place = { x: 100, y: 60, width: 1000, height: 650 };
    expect(fitBounds(place, smallest, room)).toEqual(place);
  });

  test('is no larger than the screen', () => {
    const large = { x: 200, y: 100, width: 3840, height: 2160 };
    expect(fitBounds(large, smallest, room)).toEqual(room);
    expect(fitBounds({ width: 1440, height: 900 }, smallest, room)).toEqual({
      width: 1280,
      height: 770,
    });
  });

  test('is moved into sight when its screen is gone', () => {
    const far = { x: 2500, y: -400, width: 1000, height: 650 };
    expect(fitBounds(far, smallest, room)).toEqual({ x: 280, y: 30, width: 1000, height: 650 });
  });
});
