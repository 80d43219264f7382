import type { Point } from '../layout/layout.ts';

/** A coordinate with at most two decimals, so that the same drawing is the same text everywhere. */
export const round = (value: number): number => Math.round(value * 100) / 100 + 0;

/** A point as SVG paths have it. */
export const pair = ({ x, y }: Point): string => `${round(x)},${round(y)}`;
