import type { LeftOutKind } from '../../../model/reading.ts';
import type { ReadText } from '../format.ts';
import { factProposals, ownTitle } from '../office/file-meta.ts';
import { Flow } from '../office/flow.ts';
import { readPieces } from '../office/qualified.ts';
import { asLine, asTitle, titleOf } from '../titles.ts';
import { elementOf, elementsOf } from '../xml/xml-tree.ts';
import { factsOf, type DocumentParts } from './document-parts.ts';
import type { Margin } from './headers.ts';
import { ListCounter } from './list-counter.ts';
import { Notes } from './notes.ts';
import { readLists } from './numbering.ts';
import { Story } from './story.ts';
import type { Context } from './story-context.ts';
import { Styles } from './styles.ts';
import { VOCABULARIES, WHOLE } from './vocabulary.ts';

/** Written from the parts of a file. */
type Written = Pick<ReadText, 'title' | 'text' | 'blocks' | 'marks' | 'meta'> & {
  leftOut: Set<LeftOutKind>;
};

/**
 * The working text of a document: headers, the text with its comments and boxes where they are anchored, the
 * notes behind it, footers. `passed` hears how many code units are done.
 */
export function writeDocument(
  parts: DocumentParts,
  file: string,
  passed: (units: number) => void,
): Written {
  const context = contextOf(parts);
  const { flow } = context;
  for (const margin of parts.headers) writeMargin(margin, 'header', context);
  readPieces(parts.main, WHOLE, new Story(context, parts.relations), {
    file,
    vocabularies: VOCABULARIES,
    passed,
  });
  flow.end('\n\n');
  writeNotes(parts, context, passed);
  for (const margin of parts.footers) writeMargin(margin, 'footer', context);
  flow.end();
  return written(parts, context, file);
}

function contextOf(parts: DocumentParts): Context {
  const styles = new Styles(parts.styles);
  const noted = (name: string) => elementOf(parts.settings, name);
  const comments = elementsOf(parts.comments?.root ?? NONE, 'w:comment');
  return {
    flow: new Flow(),
    styles,
    lists: new ListCounter(readLists(parts.numbering, (style) => styles.of(style).list)),
    footnotes: new Notes(parts.footnotes?.root, noted('w:footnotePr'), false),
    endnotes: new Notes(parts.endnotes?.root, noted('w:endnotePr'), true),
    comments: new Map(comments.map((one) => [one.attributes['w:id'] ?? '', one])),
    leftOut: new Set(),
    tellings: [],
  };
}

const NONE = { name: '', attributes: {}, children: [] };

function writeMargin(
  { root, relations }: Margin,
  region: 'header' | 'footer',
  context: Context,
): void {
  context.flow.within(region, () => {
    new Story(context, relations).walk(root);
    context.flow.end('\n\n');
  });
}

function writeNotes(parts: DocumentParts, context: Context, passed: (units: number) => void): void {
  const { flow, footnotes, endnotes } = context;
  for (const [notes, held] of [
    [footnotes, parts.footnotes],
    [endnotes, parts.endnotes],
  ] as const) {
    for (const { sign, isOwn, place, body } of notes.used()) {
      const begins = () => place.settle(flow.writer.here());
      const number = isOwn ? '' : sign.slice(0, 40);
      const beside = { kind: 'footnote' as const, begins, ...(number !== '' && { number }) };
      new Story(context, held?.relations ?? new Map(), beside).walk(body);
      passed(1000);
    }
  }
}

function written(
  parts: DocumentParts,
  { flow, tellings, leftOut }: Context,
  file: string,
): Written {
  const { text, blocks } = flow.writer.finish();
  const marks = flow.marks.finish(text);
  const facts = factsOf(parts.core);
  const told = (field: 'title' | 'author') =>
    tellings
      .filter((one) => one.field === field)
      .map(({ from, to }) => ({ start: from.offset, end: to.offset }))
      .filter(({ start, end }) => text.slice(start, end).trim() !== '');
  const wordsAt = ({ start, end }: { start: number; end: number }) => text.slice(start, end);
  const [titled] = told('title').map(wordsAt);
  const headed = blocks.find(({ kind, region }) => kind === 'heading' && !region);
  const title =
    ownTitle(facts) || asTitle(titled ?? '') || (headed ? asTitle(wordsAt(headed)) : '');
  const authors = told('author').map((from) => ({
    field: 'author' as const,
    value: asLine(wordsAt(from)),
    from,
  }));
  const known = factProposals(facts);
  return {
    title: title || titleOf(text, blocks, file),
    text,
    blocks,
    ...(marks.length > 0 && { marks }),
    meta: [...known, ...authors.filter(({ value }) => !known.some((one) => one.value === value))],
    leftOut,
  };
}
