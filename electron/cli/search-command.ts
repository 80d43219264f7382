import type { SearchHit } from '#data/search/hits.ts';
import { parseSearch } from '#data/search/parse.ts';
import { LIMIT, planOf, searchScopes, type SearchScope } from '#data/search/plan.ts';
import { scanCase } from '#data/search/scan.ts';
import { toTheEnd } from '#data/queries/to-the-end.ts';
import { say } from '#data/words/say.ts';
import type { Invocation, Work } from './command.ts';
import { tellUnread } from './tell-unread.ts';
import { withCase } from './with-case.ts';
import { wrongUse } from './wrong-use.ts';

/**
 * `search`: every place of what is looked for, best first. What of a query cannot be read is told on stderr, and
 * the rest is searched.
 */
export const searchCommand: Work = async (invocation) => {
  const { words, json, out, notes, flag } = invocation;
  const rules = { matchCase: flag('capitals'), exactLetters: flag('exact') };
  const typed = words.slice(1).join(' ');
  const limit = limitOf(invocation);
  const scope = scopeOf(invocation);
  const { query, problems } = parseSearch(typed, rules);
  for (const { message } of problems) await note(invocation, message);
  if (!query) throw wrongUse(say('search.nothingAsked', { typed }));
  return withCase(invocation, 'read', async (store) => {
    const plan = planOf(query, rules, scope);
    const { hits, unread } = toTheEnd(scanCase(store.state, plan, limit));
    await tellUnread(invocation, unread);
    if (json) await out.array(hits);
    else if (hits.length === 0) await out.line(say('search.nothingFound'));
    else {
      for (const hit of hits) await out.line(lineOf(hit));
      if (hits.length >= limit) await notes.line(`wakhan: ${say('search.more', { n: limit })}`);
    }
    return 0;
  });
};

function limitOf({ option }: Invocation): number {
  const value = option('limit');
  if (value === undefined) return LIMIT;
  const limit = Number(value);
  if (/^\d{1,9}$/.test(value) && limit >= 1) return limit;
  throw wrongUse(say('search.noLimit', { value }));
}

function scopeOf({ option }: Invocation): SearchScope | undefined {
  const value = option('in');
  const scope = searchScopes.find((one) => one === value);
  if (value === undefined || scope) return scope;
  throw wrongUse(say('search.noScope', { value, known: searchScopes.join(', ') }));
}

const note = ({ json, notes }: Invocation, message: string): Promise<void> =>
  notes.line(json ? JSON.stringify({ note: message }) : `wakhan: ${message}`);

function lineOf({ document, start, end, field, before, quote, after, record }: SearchHit): string {
  const of = { document: document ?? 'none', record: record?.id ?? '', start, end };
  return say('search.hitLine', { ...of, field, before, quote: oneLine(quote), after });
}

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ');
