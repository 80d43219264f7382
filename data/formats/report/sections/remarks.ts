import type { Highlight } from '../../../model/highlight.ts';
import { tagPath } from '../../../queries/tag-tree.ts';
import { say } from '../../../words/say.ts';
import { data, note, text, type Block, type Content } from '../blocks.ts';
import type { ReportContext } from '../context.ts';
import type { ReportSection } from './section.ts';

/** What the analyst remarked on words themselves, whatever stands on them: notes, then quotes by tag. */
export const remarks: ReportSection = {
  id: 'remarks',
  title: say('report.remarks'),
  about: say('report.remarksAbout'),
  build(context) {
    const { noted, tagged, more } = context.remarked;
    const left = more === 0 ? [] : [note(text(say('report.moreRemarks', { count: more })))];
    return [...withNotes(noted), ...byTag(context, tagged), ...left];
  },
};

function withNotes(noted: readonly Highlight[]): Block[] {
  if (noted.length === 0) return [];
  return [heading([text(say('report.withNote'))]), { kind: 'evidence', highlights: idsOf(noted) }];
}

/** Tags in the order of the codebook; a quote with several stands under each, in full where it comes first. */
function byTag({ view }: ReportContext, tagged: readonly Highlight[]): Block[] {
  const tags = new Map([...view.all('tag')].map((tag) => [tag.id, tag]));
  return [...tags.keys()].flatMap((id): Block[] => {
    const own = tagged.filter((mark) => mark.tags.includes(id));
    if (own.length === 0) return [];
    const path = tagPath(tags, id).join(' › ');
    return [heading([data(path)]), { kind: 'evidence', highlights: idsOf(own) }];
  });
}

const heading = (content: Content): Block => ({
  kind: 'heading',
  level: 3,
  content,
});
const idsOf = (marks: readonly Highlight[]): string[] => marks.map(({ id }) => id);
