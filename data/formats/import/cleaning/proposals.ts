import type { Proposal } from '../../../model/reading.ts';
import type { ShownBlock } from '../../../text/working-text.ts';
import { asTitle } from '../titles.ts';
import { address } from './proposals/address.ts';
import { author } from './proposals/author.ts';
import { datelineIn } from './proposals/dateline.ts';
import { Front } from './proposals/front.ts';
import { published } from './proposals/published.ts';
import { publisher } from './proposals/publisher.ts';
import { isStatement } from './rows.ts';

/** Beyond this length (code units) a text is data that says nothing about itself. */
const LONGEST = 2_000_000;
const SHORTEST_TITLE = 4;

/**
 * What a text says about itself, with the words that say it: title, author, publisher, place, day and address, the
 * surest value of a field first. `blocks` know what is debris. What the text does not say is not proposed.
 */
export function proposalsFrom(text: string, blocks: readonly ShownBlock[]): Proposal[] {
  if (text.length > LONGEST) return [];
  const front = new Front(text, blocks);
  return [
    ...title(front),
    ...author(front),
    ...publisher(front),
    ...published(front),
    ...place(front),
    ...address(front),
  ];
}

function title(front: Front): Proposal[] {
  const row = front.title;
  if (!row || isStatement(row) || row.text.length < SHORTEST_TITLE) return [];
  return front.say('title', row, [0, row.text.length], asTitle(row.text));
}

function place(front: Front): Proposal[] {
  const row = front.opening;
  const found = row && datelineIn(row.text);
  if (!found) return [];
  // Who speaks in a transcript stands in capitals, too.
  const isSpoken =
    front.rows.filter(({ text }) => /^\p{Lu}[\p{Lu} .’'-]{2,40}:/u.test(text)).length > 1;
  return isSpoken ? [] : front.say('place', row, [found.start, found.end], found.place);
}
