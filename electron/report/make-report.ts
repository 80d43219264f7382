import { buildReport } from '#data/formats/report/build-report.ts';
import { rendererOf, type ReportWish } from '#data/formats/report/renderers/registry.ts';
import { wantedPictures, type WantedPicture } from '#data/formats/report/pictures.ts';
import type { Rendered } from '#data/formats/report/renderers/renderer.ts';
import type { CaseView } from '#data/state/case-view.ts';
import type { CaseStore } from '../storage/case-store.ts';
import { reportFonts } from './report-fonts.ts';

/** A report that is not made before it has these pictures. */
export interface WantsPictures {
  wanted: readonly WantedPicture[];
}

/**
 * Makes a report of a case as it stands, through `view` if one is given. It keeps its thread for as long as
 * that takes; a window has a `ReportMaker` for it. One that quotes rectangles says first which pictures it wants
 * (`wish.pictures`): originals are foreign, and are not opened here. Throws `invalid-input` for an unknown section.
 */
export async function makeReport(
  store: CaseStore,
  { format, ...words }: ReportWish,
  view: CaseView = store.state,
): Promise<Rendered | WantsPictures> {
  const { load, showsPictures } = rendererOf(format);
  const render = await load();
  const now = new Date().toISOString();
  const report = buildReport(view, { ...words, now, journal: store.head });
  const wanted = showsPictures && !words.pictures ? wantedPictures(report) : [];
  return wanted.length > 0 ? { wanted } : render(report, reportFonts);
}
