import { surroundings } from '../queries/occurrences.ts';
import type { Span } from '../text/finder.ts';
import type { Plan } from './plan.ts';
import type { SearchField, Unit } from './units.ts';
import { textWords, type Folded } from './text-words.ts';
import { tokensOf, type Tokens } from './tokens.ts';

/** One place that a search found. Offsets are half-open, in UTF-16 code units of the whole working text. */
export interface SearchHit {
  /** Null for what belongs to no document: the name of an actor that no words carry. */
  document: string | null;
  start: number;
  end: number;
  /** The words that stand there: in the text, or in the field. */
  quote: string;
  before: string;
  after: string;
  /** How well what it is in fits, more is better: only to be compared within one search. */
  score: number;
  field: SearchField;
  /** The record whose words these are, where it is no document. */
  record?: { kind: string; id: string };
}

/** A working text with what of it is folded away. */
export interface SearchedText {
  text: string;
  regions: readonly Folded[];
}

/** Where a highlight stands. */
export type MarkPlace = Span & { document: string };

/** Letters around a place that are shown. */
const AROUND = 60;

/** Where what is looked for stands in a working text, in reading order; what lies within another is left out. */
function placesInText(plan: Plan, { text, regions }: SearchedText): Span[] {
  const wanted = plan.wanted.filter(({ field }) => field === undefined);
  if (wanted.length === 0) return [];
  const lists = textWords(text, regions, plan.where, plan.rules);
  return outermost(
    lists.flatMap((tokens) => wanted.flatMap(({ matcher }) => matcher.places(tokens))),
  );
}

/** Hits in the working text of a document. */
export function hitsInText(
  plan: Plan,
  searched: SearchedText,
  { document, score }: { document: string; score: number },
): SearchHit[] {
  return placesInText(plan, searched).map((span) =>
    hitAt(searched.text, span, { document, score, field: 'text' }),
  );
}

/** Hits in the words of a record beside the working text. `placeOf`: where a highlight stands. */
export function hitsInFields(
  plan: Plan,
  unit: Unit,
  score: number,
  placeOf: (mark: string) => MarkPlace | undefined,
): SearchHit[] {
  return unit.fields.flatMap(({ field, text, mark = unit.mark }) => {
    const spans = outermost(placesInField(plan, field, tokensOf(text, plan.rules)));
    if (spans.length === 0) return [];
    const place = mark === undefined ? undefined : placeOf(mark);
    const at = {
      document: place?.document ?? unit.document ?? null,
      start: place?.start ?? 0,
      end: place?.end ?? 0,
    };
    return spans.map((span) => ({
      ...hitAt(text, span, { ...at, score, field }),
      start: at.start,
      end: at.end,
      ...(unit.kind !== 'text' && { record: { kind: unit.of, id: unit.id } }),
    }));
  });
}

/** A document that answers by itself: its title. */
export const hitOfDocument = (document: string, title: string, score: number): SearchHit => ({
  document,
  start: 0,
  end: 0,
  quote: title,
  before: '',
  after: '',
  score,
  field: 'title',
});

/** Words of a text as a hit. */
export function hitAt(
  text: string,
  { start, end }: Span,
  of: Pick<SearchHit, 'document' | 'score' | 'field'>,
): SearchHit {
  const { before, after } = surroundings(text, { start, end }, AROUND);
  const { document, score, field } = of;
  return { document, start, end, quote: text.slice(start, end), before, after, score, field };
}

function placesInField(plan: Plan, field: SearchField, tokens: Tokens): Span[] {
  return plan.wanted
    .filter((one) => one.field === undefined || one.field === field)
    .flatMap(({ matcher }) => matcher.places(tokens));
}

/** Places in reading order, each once, without those that lie within another. */
function outermost(spans: Span[]): Span[] {
  spans.sort((one, other) => one.start - other.start || other.end - one.end);
  let end = -1;
  return spans.filter((span) => {
    if (span.end <= end) return false;
    end = span.end;
    return true;
  });
}
