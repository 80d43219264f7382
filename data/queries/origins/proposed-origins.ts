import { AppError } from '../../errors.ts';
import type { CaseDocument } from '../../model/document.ts';
import type { Origin } from '../../model/origin.ts';
import type { CaseView } from '../../state/case-view.ts';
import { fold } from '../../text/fold.ts';
import { say } from '../../words/say.ts';
import { knownOf } from '../kinship/known-of.ts';
import { regionsOf } from '../regions-of.ts';
import { answeredOrigins } from './answered-origins.ts';
import { isSurer, namedOrigins, type NamedOrigin } from './named-origins.ts';
import { originKey, spellingsOf } from './outlets.ts';

/** An origin that waits for the analyst's word, as a record of it would be. */
export type ProposedOrigin = Pick<Origin, 'name' | 'documents' | 'reason'> &
  Required<Pick<Origin, 'from'>>;

/** What was found in a case, and documents whose text could not be read. */
export interface FoundOrigins {
  origins: ProposedOrigin[];
  unread: string[];
}

/** One document that names an origin. */
interface Naming {
  document: CaseDocument;
  said: NamedOrigin;
  words: string;
}
type Namings = [Naming, ...Naming[]];

/**
 * Outlets and agencies that documents of a case name as their source: each once, with all documents that name
 * it, those with the most documents first. Nobody is the origin of what he published himself. Left out is what
 * somebody has said yes or no to. Tells how many documents it has read. Cost: reads every text once.
 */
export function* proposedOrigins(view: CaseView): Generator<number, FoundOrigins> {
  const named = new Map<string, Namings>();
  const unread: string[] = [];
  const answered = answeredOrigins(view);
  let read = 0;
  for (const document of view.all('document')) {
    const found = namedBy(view, document);
    if (found) {
      for (const one of found) {
        const key = originKey(one.said.name);
        if (answered.has(`${key} ${document.id}`)) continue;
        const others = named.get(key);
        if (others) others.push(one);
        else named.set(key, [one]);
      }
    } else unread.push(document.id);
    yield ++read;
  }
  const origins = [...named.values()].map((naming) => proposalOf(naming));
  const size = ({ documents }: ProposedOrigin): number => documents.length;
  return { origins: origins.sort((one, other) => size(other) - size(one)), unread };
}

/** What a document names; undefined when its text cannot be read. */
function namedBy(view: CaseView, document: CaseDocument): Naming[] | undefined {
  try {
    const working = view.text(document.id);
    const said = namedOrigins(working, regionsOf(view, document.id));
    const others = said.filter((one) => !isOwn(document, one));
    const wordsOf = ({ start, end }: NamedOrigin): string => working.text.slice(start, end);
    return others.map((one) => ({ document, said: one, words: wordsOf(one) }));
  } catch (error) {
    if (error instanceof AppError && error.code === 'damaged') return undefined;
    throw error;
  }
}

/**
 * Whether a document was published by the one that it names: as the analyst says, as its title or its address
 * does, or as was found elsewhere than in these very words (“Source: The Daily” may be either).
 */
function isOwn(document: CaseDocument, { name, start, end }: NamedOrigin): boolean {
  const key = originKey(name);
  const { publisher, proposals = [] } = document;
  if (publisher !== undefined && originKey(publisher) === key) return true;
  const isFound = proposals.some(({ field, value, from }) => {
    const isElsewhere = from === 'file' || from.end <= start || from.start >= end;
    return field === 'publisher' && isElsewhere && originKey(value) === key;
  });
  const [, ...parts] = document.title.split(BAR);
  return isFound || parts.some((part) => originKey(part) === key) || isOfAddress(document, name);
}

/** What parts the name of an outlet from the title of a page. */
const BAR = / [|–—-] /;

/** Whether the address of a document is one of an outlet: “reuters.com”, “www.globaltimes.cn”. */
function isOfAddress(document: CaseDocument, name: string): boolean {
  const host = /^(?:[a-z]{1,8}:\/\/)?([^/?#]{1,200})/i.exec(knownOf(document, 'url') ?? '')?.[1];
  const labels = (host ?? '')
    .toLowerCase()
    .split('.')
    .map((one) => one.replaceAll('-', ''));
  const plain = spellingsOf(name).map((one) => fold(one).replaceAll(/[^\p{L}\p{N}]/gu, ''));
  return plain.some((one) => labels.includes(one) || labels.includes(one.replace(/^the/, '')));
}

/** Of several documents the words of the surest stand for all. */
function proposalOf(naming: Readonly<Namings>): ProposedOrigin {
  const surest = naming.reduce((one, next) => (isSurer(next.said, one.said) ? next : one));
  const { document, said, words } = surest;
  const shown = words.replaceAll(/\s+/g, ' ');
  return {
    name: said.name,
    documents: naming.map((one) => one.document.id),
    reason: say(`origins.${said.way}`, { count: naming.length, words: shown }),
    from: { document: document.id, start: said.start, end: said.end },
  };
}
