import { placeWords } from '../place-words.ts';
import { markingWords } from '../../../model/common.ts';
import { edtfWords } from '../../../queries/edtf-words.ts';
import { cite, data, joined, note, source, text, type Block, type Content } from '../blocks.ts';
import type { CaseDocument } from '../../../model/document.ts';
import { say } from '../../../words/say.ts';
import type { ReportSource } from '../report.ts';
import { phrase, slot } from '../phrase.ts';
import type { ClosingSection } from './section.ts';

/** More documents without a quote than this are counted and not listed. */
const MOST_UNQUOTED = 500;

/** Every quoted document with its chain of custody and where its quotes stand; then the others. */
export const sources: ClosingSection = {
  id: 'sources',
  title: say('report.sources'),
  about: say('report.sourcesAbout'),
  build({ view }, numbered) {
    const unquoted = [...view.all('document')].filter(({ id }) => !numbered.sources.has(id));
    return [
      ...[...numbered.sources.values()].map(entry),
      ...others(unquoted, numbered.sources.size),
    ];
  },
};

/** Documents of the case that no quote of this report comes from. */
function others(documents: readonly CaseDocument[], quoted: number): Block[] {
  if (documents.length === 0) return [];
  const listed = documents.slice(0, MOST_UNQUOTED);
  const rest = documents.length - listed.length;
  const heading = quoted > 0 ? 'report.furtherDocuments' : 'report.unquotedDocuments';
  const blocks: Block[] = [
    note(text(say(heading, { count: documents.length }))),
    {
      kind: 'table',
      head: [say('report.title'), say('report.originalHash')],
      rows: listed.map(({ title, source: { sha256 } }) => [[data(title)], [text(sha256, 'code')]]),
    },
  ];
  if (rest > 0) blocks.push(note(text(say('report.moreDocuments', { count: rest }))));
  return blocks;
}

function entry(document: ReportSource): Block {
  return {
    kind: 'group',
    anchor: `source-${document.number}`,
    blocks: [
      {
        kind: 'heading',
        level: 3,
        content: [source(document.id), text(' '), data(document.title)],
      },
      { kind: 'facts', rows: rowsOf(document) },
      ...quotePlaces(document),
    ],
  };
}

function rowsOf(document: ReportSource): (readonly [string, Content])[] {
  const { publisher, author, published, place, url } = document;
  const known: (readonly [string, string | undefined])[] = [
    [say('report.publisher'), publisher],
    [say('report.author'), author],
    [say('report.placeOfPublication'), place],
    [say('report.address'), url],
  ];
  return [
    ...known.flatMap(([label, value]): (readonly [string, Content])[] =>
      value === undefined ? [] : [[label, [data(value)]]],
    ),
    [
      say('report.published'),
      [text(published === undefined ? say('dates.undated') : edtfWords(published, 'event'))],
    ],
    [say('report.marking'), [text(markingWords(document.marking), 'label')]],
    [say('report.origin'), [data(document.origin)]],
    ...attachedRows(document),
    ...goesBackRows(document),
    [
      say('report.collected'),
      phrase(
        say('report.collectedBy', {
          instant: instantWords(document.collectedAt),
          collector: slot(0),
          method: slot(1),
        }),
        [data(document.collector)],
        [data(document.method)],
      ),
    ],
    [
      say('report.original'),
      phrase(say('report.originalSize', { size: document.size, mediaType: slot(0) }), [
        data(document.mediaType),
      ]),
    ],
    [say('report.hash'), [text(document.sha256, 'code')]],
    [
      say('report.workingText'),
      phrase(say('report.textSize', { size: document.length, hash: slot(0) }), [
        text(document.textSha256, 'code'),
      ]),
    ],
    ...readingRows(document),
    ...copyRows(document),
  ];
}

type Row = readonly [string, Content];

const attachedRows = ({ attachedTo }: ReportSource): Row[] =>
  attachedTo === undefined ? [] : [[say('report.attachedTo'), [data(attachedTo)]]];

/** Whose words it passes on, and which other document it was made of. */
function goesBackRows({ origins, links }: ReportSource): Row[] {
  const all = [
    ...origins.map((name) => [data(name)]),
    ...links.map(({ type, title }) =>
      phrase(say('kinship.linkTo', { type: type.replace('-', '_'), title: slot(0) }), [
        data(title),
      ]),
    ),
  ];
  return all.length === 0 ? [] : [[say('report.goesBackTo'), joined(all, '; ')]];
}

/** In which encoding the original was read, and whether all of it could be. */
function readingRows({ encoding, damaged = 0 }: ReportSource): Row[] {
  if (encoding === undefined) return [];
  const words = say('report.encodingWords', { encoding: slot(0), damaged });
  return [[say('report.encoding'), phrase(words, [data(encoding)])]];
}

/** Copies of the original that left the case. */
function copyRows({ copies }: ReportSource): Row[] {
  return copies.map(({ at, by, name }): Row => {
    const words = say('report.copyWords', {
      instant: instantWords(at),
      by: slot(0),
      name: slot(1),
    });
    return [say('report.copy'), phrase(words, [data(by)], [data(name)])];
  });
}

/** Quotes named in one paragraph; breaking a paragraph of thousands over pages takes minutes. */
const A_PARAGRAPH = 200;

/** Where the document's quotes stand, in the order of the text. */
function quotePlaces({ quotes }: ReportSource): Block[] {
  const blocks: Block[] = [];
  for (let start = 0; start < quotes.length; start += A_PARAGRAPH) {
    const places = joined(quotes.slice(start, start + A_PARAGRAPH).map(place), ', ');
    const isFirst = start === 0;
    blocks.push(
      note(...(isFirst ? phrase(say('report.quotesAt', { places: slot(0) }), places) : places)),
    );
  }
  return blocks;
}

/** Number and offsets of a quote; the offsets are half-open. */
function place(quote: ReportSource['quotes'][number]): Content {
  const { highlight, start, end } = quote;
  const where = quote.area ? placeWords(quote) : `${start}–${end}`;
  return [cite([highlight]), text(` ${where}`, 'quiet')];
}

/** `2016-08-03T10:42:07.000Z` as “2016-08-03 10:42:07 UTC”. */
export function instantWords(instant: string): string {
  return `${instant.slice(0, 10)} ${instant.slice(11, 19)} UTC`;
}
