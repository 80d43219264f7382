import { Finder, type Span } from '../../text/finder.ts';
import { fold } from '../../text/fold.ts';
import known from './outlets.json' with { type: 'json' };

/** Who makes news: an agency sells its own to others, an outlet prints or sends it. */
export interface Outlet {
  name: string;
  isAgency: boolean;
}

const byName = new Map<string, Outlet>();
const byUsualName = new Map<string, readonly string[]>();
const spellings: string[] = [];
for (const [isAgency, names] of [
  [true, known.agencies],
  [false, known.outlets],
] as const) {
  for (const [name, others] of Object.entries<string[]>(names)) {
    byUsualName.set(name, [name, ...others]);
    for (const one of [name, ...others]) {
      byName.set(keyOf(one), { name, isAgency });
      spellings.push(one, one.toUpperCase());
    }
  }
}

/** Made at the first look: it costs 200 KB. Capitals count: “app” and “dawn” are words. */
let finder: Finder | undefined;

/** Where a text names an outlet that is known, in order. */
export function outletsIn(text: string): (Span & { outlet: Outlet })[] {
  finder ??= new Finder(spellings, { exactLetters: false, matchCase: true, wholeWords: true });
  return finder.find(text).flatMap((span) => {
    const outlet = byName.get(keyOf(text.slice(span.start, span.end)));
    return outlet ? [{ ...span, outlet }] : [];
  });
}

/** The usual name of an outlet that is known under another one; other names as they are. */
export function usualName(name: string): string {
  return byName.get(keyOf(name))?.name ?? name;
}

/** All ways in which the name of an outlet is written, as far as they are known. */
export function spellingsOf(name: string): readonly string[] {
  return byUsualName.get(usualName(name)) ?? [name];
}

/** By what names of origins are told apart: “the Reuters news agency” and “Рейтер” are one. */
export function originKey(name: string): string {
  return keyOf(usualName(name));
}

function keyOf(name: string): string {
  const words = fold(name)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return words.replace(/^the (?=.)/, '').replace(/(?<=.) news agency$/, '');
}
