import type { Tag } from '../model/codebook.ts';

type Tags = ReadonlyMap<string, Pick<Tag, 'id' | 'name' | 'parent'>>;

/** Deeper trees are cut here: a damaged case must not turn in a circle. */
const DEEPEST = 100;

/** Names from the top of the tree down to a tag; the tag itself is the last. */
export function tagPath(tags: Tags, id: string): string[] {
  const path: string[] = [];
  for (let tag = tags.get(id); tag && path.length < DEEPEST; tag = tagAbove(tags, tag)) {
    path.unshift(tag.name);
  }
  return path;
}

/** Ids of a tag and of everything below it. Cost: one pass over the tags. */
export function tagAndBelow(tags: Tags, id: string): string[] {
  const children = new Map<string, string[]>();
  for (const tag of tags.values()) {
    if (tag.parent === undefined) continue;
    children.set(tag.parent, [...(children.get(tag.parent) ?? []), tag.id]);
  }
  const found = new Set([id]);
  for (const one of found) for (const child of children.get(one) ?? []) found.add(child);
  return [...found];
}

function tagAbove(tags: Tags, { parent }: Pick<Tag, 'parent'>) {
  return parent === undefined ? undefined : tags.get(parent);
}
