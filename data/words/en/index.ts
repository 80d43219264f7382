import { app } from './app.ts';
import { archive } from './archive.ts';
import { bringing } from './bringing.ts';
import { cases } from './cases.ts';
import { checks } from './checks.ts';
import { command } from './command.ts';
import { dates } from './dates.ts';
import { desktop } from './desktop.ts';
import { disk } from './disk.ts';
import { doing } from './doing.ts';
import { errors } from './errors.ts';
import { files } from './files.ts';
import { help } from './help.ts';
import { history } from './history.ts';
import { historyPanel } from './history-panel.ts';
import { imports } from './imports.ts';
import { inspector } from './inspector.ts';
import { jobs } from './jobs.ts';
import { kinship } from './kinship.ts';
import { menu } from './menu.ts';
import { model } from './model.ts';
import { network } from './network.ts';
import { networkPane } from './network-pane.ts';
import { ocr } from './ocr.ts';
import { operations } from './operations.ts';
import { pages } from './pages.ts';
import { origins } from './origins.ts';
import { palette } from './palette.ts';
import { rail } from './rail.ts';
import { reader } from './reader.ts';
import { regions } from './regions.ts';
import { repairs } from './repairs.ts';
import { report } from './report.ts';
import { reports } from './reports.ts';
import { safekeeping } from './safekeeping.ts';
import { search } from './search.ts';
import { settings } from './settings.ts';
import { state } from './state.ts';
import { store } from './store.ts';
import { timeline } from './timeline.ts';
import { translations } from './translations.ts';
import { ui } from './ui.ts';
import { vault } from './vault.ts';
import { versions } from './versions.ts';
import { workbench } from './workbench.ts';

/** The English catalogue. */
export const en = {
  app,
  archive,
  bringing,
  cases,
  checks,
  command,
  dates,
  desktop,
  disk,
  doing,
  errors,
  files,
  help,
  history,
  historyPanel,
  imports,
  inspector,
  jobs,
  kinship,
  menu,
  model,
  network,
  networkPane,
  ocr,
  operations,
  pages,
  origins,
  palette,
  rail,
  reader,
  regions,
  repairs,
  report,
  reports,
  safekeeping,
  search,
  settings,
  state,
  store,
  timeline,
  translations,
  ui,
  vault,
  versions,
  workbench,
} as const;
