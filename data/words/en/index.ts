import { archive } from './archive.ts';
import { checks } from './checks.ts';
import { dates } from './dates.ts';
import { disk } from './disk.ts';
import { doing } from './doing.ts';
import { errors } from './errors.ts';
import { files } from './files.ts';
import { history } from './history.ts';
import { imports } from './imports.ts';
import { model } from './model.ts';
import { network } from './network.ts';
import { operations } from './operations.ts';
import { repairs } from './repairs.ts';
import { report } from './report.ts';
import { store } from './store.ts';
import { vault } from './vault.ts';

/** The English catalogue. */
export const en = {
  archive,
  checks,
  dates,
  disk,
  doing,
  errors,
  files,
  history,
  imports,
  model,
  network,
  operations,
  repairs,
  report,
  store,
  vault,
} as const;
