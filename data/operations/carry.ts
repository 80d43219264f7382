import { z } from 'zod';
import { AppError } from '../errors.ts';
import { Id } from '../model/common.ts';
import type { CaseDocument } from '../model/document.ts';
import { AnchorState, type Anchoring, type Highlight } from '../model/highlight.ts';
import type { Change } from '../model/records.ts';
import type { Ports } from '../ports.ts';
import { allOlderVersions } from '../queries/versions.ts';
import type { CaseView } from '../state/case-view.ts';
import { say } from '../words/say.ts';
import { anchor } from './anchor.ts';
import { change, revise } from './edit.ts';

/** What was found about a highlight in a newer version: see `text/reanchor/reanchor.ts`. */
export const FoundAnchor = z.strictObject({
  highlight: Id,
  state: AnchorState,
  score: z.number().min(0).max(1),
  /** Where its words are there, or may be; half-open, UTF-16 code units. */
  start: z.int().min(0).exactOptional(),
  end: z.int().min(0).exactOptional(),
});
export type FoundAnchor = z.infer<typeof FoundAnchor>;

/**
 * Highlights that come to a newer version: those of a document, and those of its older versions that still wait
 * to come to it.
 */
export function travellers(view: CaseView, document: string): Highlight[] {
  const waiting = allOlderVersions(view, document).flatMap((older) =>
    [...view.highlightsOf(older)].filter(({ anchoring }) => anchoring?.to?.document === document),
  );
  return [...view.highlightsOf(document), ...waiting];
}

/**
 * Takes the highlights of a document along to a newer version. What is exact or has moved goes to its place there;
 * what is uncertain or lost stays where it is and waits, and so does what was not spoken of. Throws
 * `unknown-id` for a highlight that is not of this document, `outside-text` for a place that is none, and
 * `invalid-input` for one that should go and has no place, or is named twice.
 */
export function carryAll(
  view: CaseView,
  ports: Ports,
  { from, to, found }: { from: string; to: CaseDocument; found: readonly FoundAnchor[] },
): Change[] {
  const marks = travellers(view, from);
  const byId = new Map(found.map((one) => [one.highlight, one]));
  needKnown(found, byId, new Set(marks.map(({ id }) => id)));
  const { text } = view.textOf(to);
  return marks.map((mark) => {
    const answer = byId.get(mark.id) ?? { highlight: mark.id, state: 'lost', score: 0 };
    const isSure = answer.state === 'exact' || answer.state === 'moved';
    const place = placeOf(mark, answer, text.length);
    const { state, score } = answer;
    if (!isSure) {
      const anchoring: Anchoring = { state, score, to: { document: to.id, ...place } };
      return change('highlight', mark, revise(ports, 'highlight', mark, { anchoring }));
    }
    if (!place) {
      throw new AppError('invalid-input', say('operations.anchorWithoutPlace'), { id: mark.id });
    }
    return change('highlight', mark, carried(view, ports, mark, { to, text, place, state, score }));
  });
}

/** A highlight at its place in another document; a rectangle comes along where the pages are the same. */
export function carried(
  view: CaseView,
  ports: Ports,
  mark: Highlight,
  how: { to: CaseDocument; text: string; place: Place } & Pick<Anchoring, 'state' | 'score'>,
): Highlight {
  const { to, text, place, state, score } = how;
  const isSamePage = view.get('document', mark.document)?.source.sha256 === to.source.sha256;
  const area = isSamePage ? mark.area : undefined;
  const words = anchor(text, { ...place, area, caption: mark.caption });
  const { document, start, end } = mark;
  return revise(ports, 'highlight', mark, {
    document: to.id,
    ...place,
    ...words,
    ...(mark.area && !area && { area: null }),
    anchoring: { state, score, from: { document, start, end } },
  });
}

interface Place {
  start: number;
  end: number;
}

/** The place of an answer, if it has one. */
function placeOf({ id }: Highlight, answer: FoundAnchor, length: number): Place | undefined {
  const { start, end } = answer;
  if (start === undefined && end === undefined) return undefined;
  if (start !== undefined && end !== undefined && start <= end && end <= length)
    return { start, end };
  const range = { start: start ?? 0, end: end ?? 0 };
  throw new AppError('outside-text', say('operations.noTextThere', { ...range, length }), {
    id,
    ...range,
    length,
  });
}

function needKnown(
  found: readonly FoundAnchor[],
  byId: ReadonlyMap<string, FoundAnchor>,
  known: ReadonlySet<string>,
): void {
  const stranger = found.find(({ highlight }) => !known.has(highlight))?.highlight;
  if (stranger !== undefined) {
    throw new AppError('unknown-id', say('operations.notOfDocument', { id: stranger }), {
      id: stranger,
      kind: 'highlight',
    });
  }
  if (byId.size === found.length) return;
  throw new AppError('invalid-input', say('operations.anchorTwice'));
}
