import { markingWords } from '../../../model/common.ts';
import { edtfWords } from '../../../queries/edtf-words.ts';
import { cite, data, joined, note, source, text, type Block, type Content } from '../blocks.ts';
import type { CaseDocument } from '../../../model/document.ts';
import type { ReportSource } from '../report.ts';
import type { ClosingSection } from './section.ts';
import { counted } from './words.ts';

/** More documents without a quote than this are counted and not listed. */
const MOST_UNQUOTED = 500;

/** Every quoted document with its chain of custody and where its quotes stand; then the others. */
export const sources: ClosingSection = {
  id: 'sources',
  title: 'Sources',
  about: 'Documents with origin, collection, size and SHA-256',
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
  const one = quoted > 0 ? 'further document' : 'document';
  const blocks: Block[] = [
    note(text(`${counted(documents.length, one)} of the case, not quoted here:`)),
    {
      kind: 'table',
      head: ['Title', 'SHA-256 of the original'],
      rows: listed.map(({ title, source: { sha256 } }) => [[data(title)], [text(sha256, 'code')]]),
    },
  ];
  if (rest > 0) blocks.push(note(text(`And ${counted(rest, 'more document')}, not listed.`)));
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
  const { publisher, author, published, url } = document;
  const known: (readonly [string, string | undefined])[] = [
    ['Publisher', publisher],
    ['Author', author],
    ['Address', url],
  ];
  return [
    ...known.flatMap(([label, value]): (readonly [string, Content])[] =>
      value === undefined ? [] : [[label, [data(value)]]],
    ),
    ['Published', [text(published === undefined ? 'undated' : edtfWords(published, 'event'))]],
    ['Marking', [text(markingWords(document.marking), 'label')]],
    ['Origin', [data(document.origin)]],
    [
      'Collected',
      [
        text(`${instantWords(document.collectedAt)} by `),
        data(document.collector),
        text(', '),
        data(document.method),
      ],
    ],
    ['Original', [text(`${amount(document.size, 'byte')}, `), data(document.mediaType)]],
    ['SHA-256', [text(document.sha256, 'code')]],
    [
      'Working text',
      [
        text(`${amount(document.length, 'character')}, SHA-256 `),
        text(document.textSha256, 'code'),
      ],
    ],
  ];
}

/** Quotes named in one paragraph; breaking a paragraph of thousands over pages takes minutes. */
const A_PARAGRAPH = 200;

/** Where the document's quotes stand, in the order of the text. */
function quotePlaces({ quotes }: ReportSource): Block[] {
  const blocks: Block[] = [];
  for (let start = 0; start < quotes.length; start += A_PARAGRAPH) {
    const places = quotes.slice(start, start + A_PARAGRAPH).map(place);
    blocks.push(note(...(start === 0 ? [text('Quotes: ')] : []), ...joined(places, ', ')));
  }
  return blocks;
}

/** Number and offsets of a quote; the offsets are half-open. */
function place({ highlight, start, end }: ReportSource['quotes'][number]): Content {
  return [cite([highlight]), text(` ${start}–${end}`, 'quiet')];
}

/** `2016-08-03T10:42:07.000Z` as “2016-08-03 10:42:07 UTC”. */
export function instantWords(instant: string): string {
  return `${instant.slice(0, 10)} ${instant.slice(11, 19)} UTC`;
}

/** “1 byte”, “12,000 bytes”. */
const amount = (size: number, one: string): string =>
  `${thousands(size)} ${size === 1 ? one : `${one}s`}`;

/** Digits in groups of three, the same on every machine. */
function thousands(value: number): string {
  return value.toLocaleString('en-US');
}
