import type { Tag } from '#data/model/codebook.ts';
import { byName, matches } from './order.ts';

/** A line of the tree of tags. */
export interface TagRow {
  id: string;
  tag: Tag;
  depth: number;
  hasChildren: boolean;
  isOpen: boolean;
}

/** The codebook as an outline; while something is typed, what matches stands with its ancestors. */
export function tagRows(
  tags: ReadonlyMap<string, Tag>,
  {
    query,
    sort,
    closed,
  }: { query: string; sort: 'codebook' | 'name'; closed: ReadonlySet<string> },
): TagRow[] {
  const children = new Map<string | undefined, Tag[]>();
  for (const tag of tags.values()) {
    const parent = tag.parent !== undefined && tags.has(tag.parent) ? tag.parent : undefined;
    children.set(parent, [...(children.get(parent) ?? []), tag]);
  }
  const isKept = (tag: Tag): boolean =>
    matches(query, tag.name, tag.description) || (children.get(tag.id) ?? []).some(isKept);
  const below = (parent: string | undefined, depth: number): TagRow[] => {
    const level = (children.get(parent) ?? []).filter(isKept);
    if (sort === 'name') level.sort((a, b) => byName(a.name, b.name));
    return level.flatMap((tag) => {
      const hasChildren = children.has(tag.id);
      const isOpen = query !== '' || !closed.has(tag.id);
      const row = { id: tag.id, tag, depth, hasChildren, isOpen };
      return [row, ...(isOpen ? below(tag.id, depth + 1) : [])];
    });
  };
  return below(undefined, 0);
}
