import { checks } from './checks.ts';
import { dates } from './dates.ts';
import { errors } from './errors.ts';
import { history } from './history.ts';
import { model } from './model.ts';
import { network } from './network.ts';
import { operations } from './operations.ts';

/** The English catalogue. */
export const en = { checks, dates, errors, history, model, network, operations } as const;
