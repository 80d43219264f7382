import type { LetterRules } from '../text/letters.ts';
import { regionKinds } from '../text/region-kinds.ts';
import { Matcher } from './matcher.ts';
import { isLeaf, positives, type Filter, type Leaf, type Query } from './query.ts';
import type { SearchField, UnitKind } from './units.ts';
import type { Where } from './text-words.ts';

/** Which part of the case is searched; all of it when it is not said. */
export const searchScopes = ['texts', 'notes', 'names', 'claims'] as const;
export type SearchScope = (typeof searchScopes)[number];

/** Places that are listed unless somebody asks for more or fewer. */
export const LIMIT = 1_000;

/** How a search goes through a case, worked out once from its query. */
export interface Plan {
  query: Query;
  rules: LetterRules;
  /** Units that are looked through. */
  kinds: ReadonlySet<UnitKind>;
  /** Whether titles and the like of documents are looked through, and not their texts alone. */
  withFields: boolean;
  where: Where;
  /** What places are those of: with the fields of a document that it is looked for in, all where absent. */
  wanted: readonly { leaf: Leaf; field?: SearchField; matcher: Matcher }[];
  /** What documents are asked for, when nothing is looked for in words: their highlights answer. */
  filters: readonly Filter[];
}

/** Fields whose value stands in a document: what is found is a place in them. */
const placed: readonly string[] = ['title', 'source', 'author'];

/** Works out how to search. `scope`: which part of the case. */
export function planOf(query: Query, rules: LetterRules, scope?: SearchScope): Plan {
  const asked = positives(query);
  const wanted = asked.flatMap((part) => {
    if (isLeaf(part)) return [{ leaf: part, matcher: new Matcher(part) }];
    if (part.kind !== 'words' || !placed.includes(part.field)) return [];
    const field = part.field as SearchField;
    return [{ leaf: part.leaf, field, matcher: new Matcher(part.leaf) }];
  });
  return {
    query,
    rules,
    kinds: kindsOf(scope),
    withFields: scope === undefined,
    where: whereOf(asked),
    wanted,
    filters: asked.filter((part) => !isLeaf(part)),
  };
}

function kindsOf(scope: SearchScope | undefined): ReadonlySet<UnitKind> {
  if (scope === undefined) return new Set(['text', 'note', 'name', 'claim', 'tag']);
  const kinds = { texts: 'text', notes: 'note', names: 'name', claims: 'claim' } as const;
  return new Set([kinds[scope]]);
}

/** What is folded away is searched when somebody asks for it. */
function whereOf(asked: readonly (Leaf | Filter)[]): Where {
  const regions = asked.flatMap((part) =>
    part.kind === 'value' && part.field === 'region' ? [part.value] : [],
  );
  const [first] = regions;
  if (first === undefined) return 'text';
  const kind = regionKinds.find((one) => one === first);
  return regions.length === 1 && kind ? kind : 'all';
}
