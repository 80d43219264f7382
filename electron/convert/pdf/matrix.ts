/** An affine map as PDF writes it: x' = a x + c y + e, y' = b x + d y + f. */
export type Matrix = readonly [number, number, number, number, number, number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** First `second`, then `first`. */
export function times(first: Matrix, second: Matrix): Matrix {
  const [a, b, c, d, e, f] = first;
  const [g, h, i, j, k, l] = second;
  return [
    a * g + c * h,
    b * g + d * h,
    a * i + c * j,
    b * i + d * j,
    a * k + c * l + e,
    b * k + d * l + f,
  ];
}

/** Where a point comes to lie. */
export const applied = ([a, b, c, d, e, f]: Matrix, x: number, y: number): [number, number] => [
  a * x + c * y + e,
  b * x + d * y + f,
];

/** The six numbers of a matrix, wherever they lie; the identity when they are none. */
export function matrixOf(numbers: unknown): Matrix {
  const six = Array.from((numbers ?? []) as ArrayLike<number>);
  return six.length === 6 && six.every(Number.isFinite) ? (six as unknown as Matrix) : IDENTITY;
}
