import type { Highlight } from '#data/model/highlight.ts';
import { tagPath } from '#data/queries/tag-tree.ts';
import type { CaseView } from '#data/state/case-view.ts';
import type { PageNote } from '../convert/pdf/annotate.ts';

/** What words that are evidence alone are noted with. */
const PLAIN = '#80796c';

/** The highlights of a document as notes on its pages: colour, who made them, and what is said of them. */
export function pageNotes(view: CaseView, document: string): PageNote[] {
  const tags = new Map([...view.all('tag')].map((tag) => [tag.id, tag]));
  const marks = [...view.highlightsOf(document)];
  return marks
    .sort((one, other) => one.start - other.start || one.end - other.end)
    .map((mark): PageNote => {
      const { id, start, end, area, by, createdAt, updatedAt } = mark;
      return {
        id,
        start,
        end,
        ...(area && { area }),
        colour: colourOf(view, mark),
        author: by,
        contents: contentsOf(view, mark, tags),
        made: createdAt,
        changed: updatedAt,
      };
    });
}

type Tags = Parameters<typeof tagPath>[0];

/** Actors, tags by their paths, the caption, the translation, and the note; a line each. */
function contentsOf(view: CaseView, mark: Highlight, tags: Tags): string {
  const actors = mark.entities.map((id) => view.get('entity', id)?.name ?? id);
  const paths = mark.tags.map((id) => tagPath(tags, id).join(' › ') || id);
  const lines = [
    actors.join(', '),
    paths.join('; '),
    mark.caption,
    mark.translation?.text,
    mark.note,
  ];
  return lines.filter((line) => line !== undefined && line !== '').join('\n');
}

/** As the window paints it: by its first actor's type, else its first tag's colour or that of the tag above. */
function colourOf(view: CaseView, { entities, tags }: Highlight): string {
  const [actor] = entities;
  const type = actor === undefined ? undefined : view.get('entity', actor)?.type;
  if (type !== undefined) return view.get('entityType', type)?.colour ?? PLAIN;
  let tag = view.get('tag', tags[0] ?? '');
  for (let depth = 0; tag && tag.colour === undefined && depth < 50; depth++) {
    tag = view.get('tag', tag.parent ?? '');
  }
  return tag?.colour ?? PLAIN;
}
