import { checks } from './checks.ts';
import { dates } from './dates.ts';
import { errors } from './errors.ts';
import { files } from './files.ts';
import { history } from './history.ts';
import { imports } from './imports.ts';
import { model } from './model.ts';
import { network } from './network.ts';
import { operations } from './operations.ts';
import { report } from './report.ts';

/** The English catalogue. */
export const en = {
  checks,
  dates,
  errors,
  files,
  history,
  imports,
  model,
  network,
  operations,
  report,
} as const;
