import type { CaseHeader } from '../../model/case-header.ts';
import type { Entity } from '../../model/entity.ts';
import type { CaseView } from '../../state/case-view.ts';
import type { CaseEvent } from '../../model/event.ts';
import type { Highlight } from '../../model/highlight.ts';
import { need } from '../../operations/edit.ts';
import { orderOf } from '../../queries/edtf-order.ts';
import { IndependentOrigins } from '../../queries/independent-origins.ts';
import { profiles, type Profiles } from '../../queries/profile.ts';
import { readHighlights, type HighlightReading } from '../../queries/read-highlights.ts';
import type { ReportOptions } from './report.ts';

/** What sections are written from: the case, and what was sorted and counted once for all of them. */
export interface ReportContext {
  view: CaseView;
  options: ReportOptions;
  header: CaseHeader;
  profiles: Profiles;
  /** Events by date, undated ones last. */
  events: readonly CaseEvent[];
  /** Highlights that may be printed, by id. */
  highlights: ReadonlyMap<string, Highlight>;
  /** The first ones with a note and with a tag, and how many more there are. */
  remarked: Pick<HighlightReading, 'noted' | 'tagged' | 'more'>;
  /** Highlights that name an actor, per actor id. */
  mentions: ReadonlyMap<string, number>;
  /** Relations per actor id. */
  degrees: ReadonlyMap<string, number>;
  /** Actors of the case, most connected first, then by name. */
  actors: readonly Entity[];
  highlightTotal: number;
  /** Whose words documents pass on. */
  independent: IndependentOrigins;
}

/** More tagged quotes nobody reads in a report; the window lists them all. */
const MOST_REMARKED = 500;

/** Reads the case once. Throws `unknown-id` when it has no header, which only a damaged case lacks. */
export function reportContext(view: CaseView, options: ReportOptions): ReportContext {
  const reading = readHighlights(view, evidenceOf(view), MOST_REMARKED);
  const { wanted, mentions, total, noted, tagged, more } = reading;
  for (const mark of [...noted, ...tagged]) wanted.set(mark.id, mark);
  const degrees = new Map<string, number>();
  for (const { from, to } of view.all('relation')) {
    for (const id of [from, to]) degrees.set(id, (degrees.get(id) ?? 0) + 1);
  }
  const weight = ({ id }: Entity) => (degrees.get(id) ?? 0) * 1e6 + (mentions.get(id) ?? 0);
  return {
    view,
    options,
    header: need(view, 'case', 'case'),
    profiles: profiles(view),
    events: [...view.all('event')].sort(byDate),
    highlights: wanted,
    remarked: { noted, tagged, more },
    mentions,
    degrees,
    actors: [...view.all('entity')].sort((a, b) => weight(b) - weight(a) || byName(a, b)),
    highlightTotal: total,
    independent: new IndependentOrigins(view),
  };
}

/** Order of names that is the same on every machine (no locale). */
export function byName(a: Entity, b: Entity): number {
  return compare(a.name.toLowerCase(), b.name.toLowerCase()) || compare(a.id, b.id);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function byDate(a: CaseEvent, b: CaseEvent): number {
  if (a.date === undefined || b.date === undefined) {
    return Number(a.date === undefined) - Number(b.date === undefined) || compare(a.id, b.id);
  }
  return (
    compare(orderOf(a.date), orderOf(b.date)) || compare(a.date, b.date) || compare(a.id, b.id)
  );
}

/** Every highlight that something in the case stands on. */
function evidenceOf(view: CaseView): Set<string> {
  const ids = new Set<string>();
  for (const kind of ['relation', 'event', 'claim'] as const) {
    for (const { evidence } of view.all(kind)) for (const id of evidence) ids.add(id);
  }
  for (const { aliases } of view.all('entity')) {
    for (const { evidence } of aliases) if (evidence !== undefined) ids.add(evidence);
  }
  return ids;
}
