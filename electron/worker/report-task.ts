import type { Rendered } from '#data/formats/report/renderers/renderer.ts';
import { openCase } from '../storage/open/open-case.ts';
import type { ReportPiece, TaskWork } from '../background/tasks.ts';
import { makeReport, type WantsPictures } from '../report/make-report.ts';
import { toldView } from '../report/told-view.ts';

/** Bytes handed over at a time, so that who takes them does so in no time. */
const PIECE = 256 * 1024;

/** Makes a report of a case on the disk, and gives it piece by piece. The case is not changed. */
export const reportTask: TaskWork<'report'> = async function* (
  { folder, vault, wish },
  { progress },
) {
  const keys = vault ? [vault] : [];
  const store = await openCase(folder, { author: wish.generator, readOnly: true, keys });
  try {
    const total = store.state.size('document');
    let looks = 0;
    const view = toldView(store.state, () => progress(++looks, Math.max(looks, total)));
    yield* piecesOf(await makeReport(store, wish, view));
  } finally {
    await store.close();
  }
};

function* piecesOf(rendered: Rendered | WantsPictures): Generator<ReportPiece> {
  if ('wanted' in rendered) {
    yield* cut('wanted', JSON.stringify(rendered.wanted));
    return;
  }
  if ('file' in rendered) yield* cut('file', rendered.file);
  else {
    yield* cut('page', rendered.print.html);
    yield* cut('foot', rendered.print.footer);
  }
}

function* cut(of: ReportPiece['of'], text: string): Generator<ReportPiece> {
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.length; at += PIECE) yield { of, bytes: bytes.slice(at, at + PIECE) };
}
