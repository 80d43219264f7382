import { buildReport } from '#data/formats/report/build-report.ts';
import { rendererOf, type ReportWish } from '#data/formats/report/renderers/registry.ts';
import type { Rendered } from '#data/formats/report/renderers/renderer.ts';
import type { CaseView } from '#data/state/case-view.ts';
import type { CaseStore } from '../storage/case-store.ts';
import { reportFonts } from './report-fonts.ts';

/**
 * Makes a report of a case as it stands, through `view` if one is given. It keeps its thread for as long as
 * that takes; a window has a `ReportMaker` for it. Throws `invalid-input` for an unknown section.
 */
export async function makeReport(
  store: CaseStore,
  { format, ...words }: ReportWish,
  view: CaseView = store.state,
): Promise<Rendered> {
  const render = await rendererOf(format).load();
  const now = new Date().toISOString();
  return render(buildReport(view, { ...words, now, journal: store.head }), reportFonts);
}
