import { z } from 'zod';
import { AppError } from '../errors.ts';
import { Id, Name, stored, type Stored } from '../model/common.ts';
import { VersionReason, type DocumentLink } from '../model/document-link.ts';
import { Custody, WorkingTextRef, type CaseDocument } from '../model/document.ts';
import { Proposal, Reading } from '../model/reading.ts';
import type { Change } from '../model/records.ts';
import { regionId, regionRange } from '../model/region.ts';
import type { Ports } from '../ports.ts';
import { usersOf } from '../queries/users-of.ts';
import { allOlderVersions } from '../queries/versions.ts';
import type { CaseView } from '../state/case-view.ts';
import { say, words } from '../words/say.ts';
import { carried, carryAll, FoundAnchor } from './carry.ts';
import { change, make, need, revise } from './edit.ts';
import { shorten } from './highlight.ts';
import { operation } from './operation.ts';
import { needApart } from './region.ts';

/** A version as it comes in: what is not said is as in the document before. */
const Newer = z.strictObject({
  id: Id.exactOptional(),
  title: Name.exactOptional(),
  /** The original that the text was read from; left out where that is the same. */
  source: Custody.exactOptional(),
  /** The new text, stored already under its hash. */
  text: WorkingTextRef,
  reading: Reading.exactOptional(),
  proposals: z.array(Proposal).exactOptional(),
  regions: z.array(z.strictObject(regionRange)).exactOptional(),
});

/**
 * Makes a new version of a document: a document of its own, linked as `version-of` to the old one, which stays and
 * can be read. It takes over what is known about the old one, and its highlights with all that stands on
 * them: what was found again goes along, what was not waits in the old version with the place that it may
 * have. Origins of the old document are origins of the new one. Throws as {@link carryAll} does.
 */
export const documentVersion = operation({
  name: 'document.version',
  schema: z.strictObject({
    /** The old version. */
    id: Id,
    document: Newer,
    why: VersionReason,
    /** Id of the link between both. */
    link: Id.exactOptional(),
    /** What became of the highlights; who is left out counts as lost. */
    anchors: z.array(FoundAnchor),
  }),
  label: ({ id }, view) => words('history.document.version', { title: titleOf(view, id) }),
  run(view, { id, document, why, link, anchors }, ports) {
    const before = need(view, 'document', id);
    const { regions = [], id: ownId, ...given } = document;
    const after = make(view, ports, 'document', ownId, {
      ...known(before),
      ...told(before, given),
    });
    needApart(regions, after.text.length);
    const ranges = regions.map((range, index) => {
      const fields = { ...range, document: after.id, origin: 'program' as const };
      return change('region', null, make(view, ports, 'region', regionId(after.id, index), fields));
    });
    return {
      id: after.id,
      changes: [
        change('document', null, after),
        ...ranges,
        ...linked(view, ports, { from: after.id, to: id, why }, link),
        ...originated(view, ports, id, after.id),
        ...carryAll(view, ports, { from: id, to: after, found: anchors }),
      ],
    };
  },
});

/**
 * Takes the highlights of a document along to a newer version that is in the case already; links both, where they
 * are not. Throws as {@link carryAll} does, and `invalid-input` when the newer one is an older version.
 */
export const documentReanchor = operation({
  name: 'document.reanchor',
  schema: z.strictObject({
    /** The old version. */
    id: Id,
    /** The newer one. */
    to: Id,
    /** Id of the link between both, where there is none yet. */
    link: Id.exactOptional(),
    anchors: z.array(FoundAnchor),
  }),
  label: ({ id, to }, view) =>
    words('history.document.reanchor', { title: titleOf(view, id), to: titleOf(view, to) }),
  run(view, { id, to, link, anchors }, ports) {
    need(view, 'document', id);
    const after = need(view, 'document', to);
    if (id === to || allOlderVersions(view, id).includes(to)) {
      const titles = { title: titleOf(view, id), to: after.title };
      throw new AppError('invalid-input', say('operations.versionBackwards', titles), { id, to });
    }
    return {
      id: to,
      changes: [
        ...linked(view, ports, { from: to, to: id }, link),
        ...originated(view, ports, id, to),
        ...carryAll(view, ports, { from: id, to: after, found: anchors }),
      ],
    };
  },
});

/**
 * The analyst's word on a highlight that waits, or that came along: it goes to a place in the newer version (the
 * proposed one, where none is given), stays in the old one (`stays`), or is right where it came to.
 */
export const highlightReanchor = operation({
  name: 'highlight.reanchor',
  schema: z.strictObject({
    id: Id,
    start: z.int().min(0).exactOptional(),
    end: z.int().min(0).exactOptional(),
    stays: z.literal(true).exactOptional(),
  }),
  label: ({ id, stays }, view) => {
    const quote = shorten(view.get('highlight', id)?.quote ?? id);
    return words(stays ? 'history.highlight.stays' : 'history.highlight.reanchor', { quote });
  },
  run(view, { id, stays, ...given }, ports) {
    const before = need(view, 'highlight', id);
    const { anchoring } = before;
    if (!anchoring) throw new AppError('invalid-input', say('operations.notWaiting'), { id });
    const sure = { state: 'exact', score: 1 } as const;
    if (stays || !anchoring.to) {
      const { from } = anchoring;
      const settled = stays || !from ? null : { ...sure, from };
      const after = revise(ports, 'highlight', before, { anchoring: settled });
      return { id, changes: [change('highlight', before, after)] };
    }
    const to = need(view, 'document', anchoring.to.document);
    const { start = anchoring.to.start, end = anchoring.to.end } = given;
    if (start === undefined || end === undefined) {
      throw new AppError('invalid-input', say('operations.anchorWithoutPlace'), { id });
    }
    const { text } = view.textOf(to);
    const after = carried(view, ports, before, { to, text, place: { start, end }, ...sure });
    return { id, changes: [change('highlight', before, after)] };
  },
});

/** What is of one version only. */
const OWN: ReadonlySet<string> = new Set([
  ...Object.keys(stored),
  ...['reading', 'proposals', 'copies'],
]);

/** What a new version takes over. */
function known(before: CaseDocument): Omit<CaseDocument, keyof Stored> {
  const taken = Object.entries(before).filter(([key]) => !OWN.has(key));
  return Object.fromEntries(taken) as Omit<CaseDocument, keyof Stored>;
}

/** What is said of it anew; what is known already is not proposed once more. */
function told(
  before: CaseDocument,
  { proposals = [], ...given }: Omit<z.infer<typeof Newer>, 'id' | 'regions'>,
) {
  const open = proposals.filter(({ field }) => before[field] === undefined);
  return { ...given, ...(open.length > 0 && { proposals: open }) };
}

/** The link of a version; none when there is one already. */
function linked(
  view: CaseView,
  ports: Ports,
  { from, to, why }: Pick<DocumentLink, 'from' | 'to' | 'why'>,
  id: string | undefined,
): Change[] {
  const same = usersOf(view, 'documentLink', 'document', to).find(
    (one) => one.type === 'version-of' && one.from === from && one.to === to,
  );
  if (same?.state === 'confirmed') return [];
  if (same) {
    const after = revise(ports, 'documentLink', same, { state: 'confirmed' });
    return [change('documentLink', same, after)];
  }
  const fields = { type: 'version-of', from, to, state: 'confirmed', ...(why && { why }) } as const;
  return [change('documentLink', null, make(view, ports, 'documentLink', id, fields))];
}

/** What goes back to an origin does so in its next version, too. */
function originated(view: CaseView, ports: Ports, from: string, to: string): Change[] {
  return usersOf(view, 'origin', 'document', from).flatMap((origin) => {
    const { documents } = origin;
    if (!documents.includes(from) || documents.includes(to)) return [];
    const after = revise(ports, 'origin', origin, { documents: [...documents, to] });
    return [change('origin', origin, after)];
  });
}

const titleOf = (view: CaseView, id: string): string => view.get('document', id)?.title ?? id;
