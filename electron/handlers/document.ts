import type { Quote, Said } from '#data/api/highlight.ts';
import { asAnswer, type Highlight } from '#data/model/highlight.ts';
import { need } from '#data/operations/edit.ts';
import { groupBy } from '#data/queries/group.ts';
import { withoutRegions } from '#data/queries/without-regions.ts';
import { describeRegions } from '#data/queries/described-regions.ts';
import { openedDocument } from '#data/queries/opened-document.ts';
import { pageNumberOf } from '#data/queries/page-of.ts';
import { passageAround } from '#data/queries/passage.ts';
import { regionsOf } from '#data/queries/regions-of.ts';
import { nearnessOf, saidOf } from '#data/queries/said-of.ts';
import { tagAndBelow } from '#data/queries/tag-tree.ts';
import { textPart } from '#data/queries/text-part.ts';
import type { CaseView } from '#data/state/case-view.ts';
import type { CaseStore } from '../storage/case-store.ts';
import type { HandlerContext } from './context.ts';
import { findPlaces } from './find-places.ts';
import type { HandlersOf } from './handlers-of.ts';
import type { OriginalCall } from './original.ts';

/** Calls that read what does not stay in the window: texts, highlights and quotes. */
export function documentHandlers({
  cases,
}: HandlerContext): Omit<HandlersOf<'document' | 'highlight'>, OriginalCall> {
  /** The open case once it finds highlights by what they are asked for: else the asking would hold all up. */
  const indexed = async (): Promise<CaseStore> => {
    const { store } = cases.current;
    await store.derived.ready;
    return store;
  };
  return {
    'document.read': ({ id }) => {
      const { state } = cases.current.store;
      return {
        document: need(state, 'document', id),
        text: state.text(id),
        highlights: [...state.highlightsOf(id)].map(asAnswer),
      };
    },
    'document.open': async ({ id, highlight, offset = 0 }) => {
      const { state } = highlight === undefined ? cases.current.store : await indexed();
      const document = need(state, 'document', id);
      const words = state.text(id);
      const mark = highlight === undefined ? undefined : state.get('highlight', highlight);
      const place = mark?.document === id ? mark.start : Math.min(offset, words.text.length);
      const beside = { regions: regionsOf(state, id), highlights: state.highlightsOf(id) };
      return openedDocument(document, words, beside, place);
    },
    'document.regions': ({ id }) => {
      const { state } = cases.current.store;
      need(state, 'document', id);
      const regions = regionsOf(state, id);
      return regions.length === 0 ? [] : describeRegions(state.text(id), regions);
    },
    'document.part': ({ id, start, end }) => {
      const { state } = cases.current.store;
      need(state, 'document', id);
      return textPart(state.text(id), state.highlightsOf(id), start, end);
    },
    'document.occurrences': (wanted) => findPlaces(cases.current.store, wanted),
    'highlight.quotes': async ({ ids }) => {
      const { state } = await indexed();
      const found = ids.map((id) => state.get('highlight', id));
      return found.filter((one) => one !== undefined).map((one) => quoteOf(state, one));
    },
    'highlight.passages': async ({ ids }) => {
      const { state } = await indexed();
      return ids.map((id) => {
        const mark = state.get('highlight', id);
        return mark ? passageAround(state.text(mark.document).text, mark) : null;
      });
    },
    'highlight.pages': async ({ ids }) => {
      const { state } = await indexed();
      return ids.map((id) => numberOfPage(state, state.get('highlight', id)));
    },
    'highlight.said': async ({ pairs }) => {
      const { state } = await indexed();
      return pairs.flatMap((pair) => saidIn(state, pair) ?? []);
    },
    'highlight.documents': async ({ ids }) => {
      const { highlights } = (await indexed()).state;
      return ids.map((id) => highlights.documentOf(id) ?? null);
    },
    'highlight.with': async ({ entity, tag, unfolded, limit }) => {
      const { state } = await indexed();
      const found = highlightsWith(state, entity, tag).sort(
        (a, b) => compare(a.document, b.document) || a.start - b.start,
      );
      return (unfolded ? outsideRegions(state, found) : found)
        .slice(0, limit)
        .map((one) => quoteOf(state, one));
    },
  };
}

/** The number of the page that a highlight begins on; a text is read only when its document has pages. */
function numberOfPage(view: CaseView, mark: Highlight | undefined): string | null {
  const count = mark && view.get('document', mark.document)?.reading?.pages;
  if (!mark || count === undefined) return null;
  return pageNumberOf(view.text(mark.document), mark, count) ?? null;
}

function highlightsWith(view: CaseView, entity?: string, tag?: string): Highlight[] {
  const wanted = tag === undefined ? undefined : tagAndBelow(tagsOf(view), tag);
  if (entity !== undefined) {
    const named = [...view.highlightsWith({ entity })];
    return wanted ? named.filter(({ tags }) => tags.some((one) => wanted.includes(one))) : named;
  }
  const marks = (wanted ?? []).flatMap((one) => [...view.highlightsWith({ tag: one })]);
  return [...new Map(marks.map((mark) => [mark.id, mark])).values()];
}

/** Those that lie in no region of their documents. */
function outsideRegions(view: CaseView, marks: readonly Highlight[]): Highlight[] {
  return [...groupBy(marks, (mark) => mark.document)].flatMap(([document, own]) =>
    withoutRegions(own, regionsOf(view, document)),
  );
}

/** The words that link two highlights, with the highlight that covers exactly them, if there is one. */
function saidIn(view: CaseView, pair: readonly [string, string]): Said | undefined {
  const [one, other] = pair.map((id) => view.get('highlight', id));
  if (!one || !other || one.document !== other.document) return undefined;
  const { document } = one;
  const { text, blocks } = view.text(document);
  const words = saidOf(text, blocks, one, other).map(({ start, end }) => {
    const same = [...view.highlightsOf(document)].find((m) => m.start === start && m.end === end);
    return { document, start, end, quote: text.slice(start, end), ...(same ? { mark: same } : {}) };
  });
  return { pair: [one.id, other.id], words, nearness: nearnessOf(text, blocks, one, other) };
}

const tagsOf = (view: CaseView) => new Map([...view.all('tag')].map((one) => [one.id, one]));

function quoteOf(view: CaseView, highlight: Highlight): Quote {
  const title = view.get('document', highlight.document)?.title ?? highlight.document;
  return { highlight, title };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
