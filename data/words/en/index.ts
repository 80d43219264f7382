import { history } from './history.ts';

/** The English catalogue. */
export const en = { history } as const;
