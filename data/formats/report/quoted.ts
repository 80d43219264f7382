import type { Highlight } from '../../model/highlight.ts';
import { groupBy } from '../../queries/group.ts';
import { citedAt, type CitedAt } from '../../queries/cited-at.ts';
import { passageAround, type Passage } from '../../queries/passage.ts';
import { tagPath } from '../../queries/tag-tree.ts';
import type { CaseView } from '../../state/case-view.ts';
import type { WorkingText } from '../../text/working-text.ts';
import type { ReportQuote } from './report.ts';

/**
 * Highlights as numbered quotes with the words around them, by highlight id and in the given order.
 * Each quoted text is read once, one after the other. `pictures`: those of rectangles, by highlight id.
 */
export function quotedIn(
  view: CaseView,
  marks: readonly Highlight[],
  pictures: Readonly<Record<string, string>> = {},
): ReadonlyMap<string, ReportQuote> {
  const passages = new Map<string, Passage & CitedAt>();
  for (const [document, own] of groupBy(marks, (mark) => mark.document)) {
    const words = textOf(view, document);
    const count = view.get('document', document)?.reading?.pages;
    for (const mark of own) {
      const cited = citedAt(words ?? {}, mark, count);
      passages.set(mark.id, { ...passageOf(words?.text, mark), ...cited });
    }
  }
  const saidOf = remarks(view);
  return new Map(
    marks.map((mark, index) => {
      const { id, document, start, end, quote } = mark;
      const around = passages.get(id) ?? { before: '', after: '' };
      const place = { highlight: id, document, start, end };
      const shown = {
        ...areaOf(mark, pictures[id]),
        ...(mark.translation && { translation: mark.translation }),
      };
      return [id, { number: index + 1, ...place, quote, ...around, ...saidOf(mark), ...shown }];
    }),
  );
}

/** A rectangle is cited by its page, and has no words around it where it has none itself. */
function areaOf({ area, caption, start, end }: Highlight, picture: string | undefined) {
  if (!area) return {};
  return {
    area,
    ...(caption !== undefined && { caption }),
    ...(picture !== undefined && picture !== '' && { picture }),
    ...(start === end && { before: '', after: '' }),
  };
}

/** What the analyst says of a highlight: its tags as paths, and its note. */
function remarks(view: CaseView) {
  const tags = new Map([...view.all('tag')].map((tag) => [tag.id, tag]));
  const nameOf = (id: string): string => tagPath(tags, id).join(' › ') || id;
  return ({ tags: ids, note }: Highlight): Pick<ReportQuote, 'tags' | 'note'> => ({
    tags: ids.map(nameOf),
    ...(note === undefined || note.trim() === '' ? {} : { note }),
  });
}

/** The working text; nothing when its file is damaged, which checking the case reports. */
function textOf(view: CaseView, document: string): WorkingText | undefined {
  try {
    return view.text(document);
  } catch {
    return undefined;
  }
}

/** From the text, or from the few words kept with the highlight where the text does not have it. */
function passageOf(text: string | undefined, { start, end, quote, prefix, suffix }: Highlight) {
  if (text?.slice(start, end) === quote) return passageAround(text, { start, end });
  const line = (words: string): string => words.replace(/\s+/g, ' ');
  return {
    before: prefix && `…${line(prefix).trimStart()}`,
    after: suffix && `${line(suffix).trimEnd()}…`,
  };
}
