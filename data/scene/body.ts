import type { Point } from '../layout/layout.ts';

/** Something with a centre and a size. */
export interface Body extends Point {
  width: number;
  height: number;
}
