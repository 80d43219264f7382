import type { Proposal } from '../../../../model/reading.ts';
import { isPerson } from '../debris/author-box.ts';
import { labelled, phrases } from '../phrases.ts';
import type { Row } from '../rows.ts';
import { datesIn } from './dates.ts';
import type { Front } from './front.ts';
import { isOneOf, withoutTail } from './words.ts';

const LABELS = phrases(
  'author|authors|written_by|by|reported_by|text|story_by|words_by|writer|reporter|correspondent',
  'автор|авторы|текст|автор_статьи|autor|autorin|autoren|auteur|auteurs|autora|autores|yazar|yazan|muallif',
  'نویسنده|نویسندگان|نوشته|گزارشگر|خبرنگار|الكاتب|بقلم|كتب|تحریر|مصنف|作者|记者|文|撰文|撰稿',
);
const BYLINE = /^(?:by|written by|reported by|story by|von|par|por|от|بقلم|نوشته[ٔی]?|تحریر) /iu;
/** Words that stand in bylines and headings, and in no name. */
const NO_NAME =
  'the|a|an|our|staff|reporter|reporters|correspondent|correspondents|desk|agencies|agency|editor|editors|editorial|board|news|bureau|team|admin|administrator|press|associated|web|monitoring|report|special|order|command|land|sea|air|and|guest|contributor|reuters|afp|xinhua|online|service|wire|wires|author|written|executive|summary|introduction|preface|foreword|abstract|background|contents|chapter|part|annex|appendix|article|section|overview|key|points|statement|release|united|republic|new|north|south|east|west|central|editorial|redaktion|редакция|корреспондент';
const PARTICLES = 'de|del|la|von|van|der|den|da|di|al|el|ul|bin|ibn|ben|e|y|zu|af|ter';
const LONGEST = 140;

/** Who wrote the text: a byline, the name above the box about the author, a name alone below the title. */
export function author(front: Front): Proposal[] {
  for (const row of front.above) {
    const found = bylineIn(row.text);
    if (found && row.length <= LONGEST) return front.say('author', row, found);
  }
  for (const row of front.rows) {
    if (row.region !== 'author-box') continue;
    if (isPerson(row.text) && isNames(row.text))
      return front.say('author', row, [0, row.text.length]);
    const end = row.text.indexOf(' is ');
    if (end > 0 && isPerson(row.text.slice(0, end)) && isNames(row.text.slice(0, end)))
      return front.say('author', row, [0, end]);
  }
  const row = nameBelowTitle(front);
  return row ? front.say('author', row, [0, row.text.length]) : [];
}

/** Where in a row its names stand, when it says who wrote: “By X and Y | Paper”, “Автор: X”. */
export function bylineIn(text: string): readonly [number, number] | undefined {
  const label = labelled(text);
  const isLabel = label && LABELS.has(label.label);
  const start = isLabel ? label.at : (BYLINE.exec(text)?.[0].length ?? chineseAt(text));
  if (start === undefined || start === 0) return undefined;
  const date = datesIn(text).find((one) => one.start > start);
  const all = text.slice(start, date?.start);
  // A sign, or a day without its year.
  const sign = all.search(/\s[|•·–—-]\s|\s?[(（@]|\s{3}|\s\p{L}{3,9}\.? \p{Nd}{1,2}(?!\p{Nd})/u);
  const names = withoutTail(sign < 0 ? all : all.slice(0, sign), ' ,.;|،•·–—-');
  if (isNames(names)) return [start, start + names.length];
  const comma = names.search(/[,،]/);
  const first = comma < 0 ? '' : names.slice(0, comma);
  return first !== '' && isNames(first) ? [start, start + first.length] : undefined;
}

/** “本报记者 王伟”, “（记者王伟）”: in a sentence, a reporter learns something. */
function chineseAt(text: string): number | undefined {
  const found = /^[（(]?(?:本报|新华社)?记者[\s:：]?(?=\p{Script=Han}{2,4}[）)]?$)/u.exec(text);
  return text.length <= 20 ? found?.[0].length : undefined;
}

/** One name or several, parted by “and”: of one or two words in scripts without capitals. */
function isNames(text: string): boolean {
  if (text.length > 100 || /\p{N}/u.test(text)) return false;
  if (/^\p{Script=Han}{2,4}(?:[、\s]\p{Script=Han}{2,4})*$/u.test(text)) return true;
  const parts = text.split(/ (?:and|und|et|y|и|та|ve|va|و|&) /u);
  const names = parts.length > 1 ? parts.flatMap((part) => part.split(/, /)) : parts;
  return names.every(isName);
}

function isName(name: string): boolean {
  const words = name.trim().split(/\s+/);
  if (words.length < 2 || words.length > 5) return false;
  return words.every((word, at) => {
    if (at > 0 && at < words.length - 1 && isOneOf(word, PARTICLES)) return true;
    return (
      /^[\p{Lu}\p{Lo}][\p{L}\p{M}.’'-]*$/u.test(word) &&
      !isOneOf(word, NO_NAME) &&
      !/^\p{Lu}{4}/u.test(word)
    );
  });
}

/**
 * A name between title and text. Titles of parts look alike: none of its words stands in small letters in the
 * text, nor does the name itself.
 */
function nameBelowTitle({ rows, title, opening, text }: Front): Row | undefined {
  if (!title || !opening) return undefined;
  const between = rows.slice(rows.indexOf(title) + 1, rows.indexOf(opening));
  const [row, ...others] = between.filter(({ region }) => region === undefined);
  if (!row || others.length > 0 || !row.apart || row.kind !== 'paragraph') return undefined;
  if (!isPerson(row.text) || !isNames(row.text)) return undefined;
  const words = row.text.split(/[\s-]+/).filter((word) => word.length > 2);
  const isElsewhere = text.slice(row.end).includes(row.text);
  const body = isElsewhere
    ? []
    : words.filter((word) => text.includes(word.toLowerCase()) || title.text.includes(word));
  return isElsewhere || body.length > 0 ? undefined : row;
}
