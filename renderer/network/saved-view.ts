import { RelationStatus } from '#data/model/relation.ts';
import type { Json } from '../state/view-store.ts';
import { isSizeBy, type SizeBy } from '#data/scene/meaning.ts';
import { readLook, type Look } from './canvas/viewport.ts';
import { openFilter, type NetworkFilter } from './graph/filter.ts';

/** How the network was last looked at. */
export interface SavedView {
  /** What the analyst chose to see; null when everything was made to fit. */
  look: Look | null;
  filter: NetworkFilter;
  sizeBy: SizeBy;
  areas: boolean;
  legend: boolean | null;
}

/** Reads what a view was saved as; parts that are missing or strange are left at their start. */
export function readView(saved: Json | undefined): SavedView {
  const parts = (typeof saved === 'object' && saved !== null ? saved : {}) as Record<string, Json>;
  return {
    look: readLook(parts['look']),
    filter: {
      ...openFilter,
      types: new Set(strings(parts['types'])),
      relations: new Set(strings(parts['relations'])),
      statuses: new Set(
        strings(parts['statuses']).filter((one): one is RelationStatus =>
          RelationStatus.options.some((status) => status === one),
        ),
      ),
      linkedOnly: parts['linkedOnly'] === true,
    },
    sizeBy: isSizeBy(parts['sizeBy']) ? parts['sizeBy'] : 'mentions',
    areas: parts['areas'] === true,
    legend: typeof parts['legend'] === 'boolean' ? parts['legend'] : null,
  };
}

/** The view as plain JSON. Focus and text filter are left out: they belong to a moment of work. */
export function writeView({ look, filter, sizeBy, areas, legend }: SavedView): Json {
  const { types, relations, statuses, linkedOnly } = filter;
  return {
    look: look && { zoom: look.zoom, ...look.centre },
    types: [...types],
    relations: [...relations],
    statuses: [...statuses],
    linkedOnly,
    sizeBy,
    areas,
    legend,
  };
}

const strings = (value: Json | undefined): string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
