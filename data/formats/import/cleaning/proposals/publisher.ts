import type { Proposal } from '../../../../model/reading.ts';
import { isSourceNote } from '../debris/captions.ts';
import { publisherIn } from '../debris/publisher-box.ts';
import { pageTitleAt } from '../debris/top-of-page.ts';
import { labelled } from '../phrases.ts';
import type { Front } from './front.ts';

/** Rows at the end in which a page may name its publisher. */
const LAST = 30;
const LONGEST = 60;
/** Who sells news publishes none itself, and “agencies” are nobody. */
const AGENCY =
  /^(?:agenc(?:y|ies)|reuters|afp|ap|xinhua|tass|dpa|efe|ani|pti|app|irna|upi|anadolu|bloomberg|interfax|wires?|web desk|.{0,20}news agency|агентства|тасс|риа новости|интерфакс|ایرنا|رويترز|شينخوا|新华社|新华网|中新社)\b/iu;

/** Who published the text, as its page title, a line “Published by” or its last line says. */
export function publisher(front: Front): Proposal[] {
  const found: Proposal[] = [];
  const page = pageTitleAt(front.rows);
  const row = page && front.rows[page.index];
  const { outlet = '' } = page?.parts ?? {};
  if (row && outlet !== '' && outlet.length <= LONGEST && !/[:/»|]/u.test(outlet)) {
    const at = row.text.startsWith(outlet) ? 0 : row.text.lastIndexOf(outlet);
    found.push(...front.say('publisher', row, [at, at + outlet.length]));
  }
  for (const one of [...front.above, ...front.rows.slice(-LAST)]) {
    const said = publisherIn(one);
    if (said) found.push(...front.say('publisher', one, [said.at, said.at + said.name.length]));
  }
  const last = front.rows.findLast(({ region }) => region === undefined || region === 'credit');
  const source = last && isSourceNote(last) ? labelled(last.text) : undefined;
  if (last && source && isOutletName(source.rest))
    found.push(...front.say('publisher', last, [source.at, last.text.length]));
  return found;
}

/** A name, neither an address nor an agency. */
const isOutletName = (name: string): boolean =>
  name.length <= LONGEST &&
  !/https?:|www\.|\p{N}{3}/u.test(name) &&
  !AGENCY.test(name) &&
  name
    .split(/\s+/)
    .every((word) => /^(?:[\p{Lu}\p{Lo}\p{N}&(]|of|the|and|de|la|du|für|und|y)/u.test(word));
