import { expect, test } from 'vitest';
import { line } from '../../../data/formats/pdf/glyphs.ts';
import { withBullets } from '../../../../electron/convert/pdf/bullets.ts';

const text = (glyphs: ReturnType<typeof line>): string => glyphs.map((one) => one.text).join('');

test('a dot in front of a line is its bullet, on either side', () => {
  const glyphs = [...line('one', 60, 100), ...line('אבג', 60, 120)];
  expect(text(withBullets(glyphs, [{ x0: 48, x1: 52, y0: 94, y1: 98 }]))).toBe('•oneאבג');
  expect(text(withBullets(glyphs, [{ x0: 83, x1: 87, y0: 114, y1: 118 }]))).toBe('oneאב•ג');
  expect(text(withBullets(glyphs, [{ x0: 83, x1: 87, y0: 94, y1: 98 }]))).toBe('oneאבג');
});

test('other shapes are none', () => {
  const glyphs = line('one two', 60, 100);
  const shapes = [
    { x0: 68, x1: 71, y0: 94, y1: 97 },
    { x0: 48, x1: 53, y0: 99, y1: 104 },
    { x0: 20, x1: 24, y0: 94, y1: 98 },
    { x0: 48, x1: 58, y0: 90, y1: 100 },
  ];
  expect(text(withBullets(glyphs, shapes))).toBe('onetwo');
});
