import { mayMove } from '../state/theme.ts';

/** Time of a movement on the canvas, in ms: none where the analyst wants no motion. */
export const glideTime = (wanted = 320): number => (mayMove() ? wanted : 0);
