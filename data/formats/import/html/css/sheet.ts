import { CLIPPING } from './clipped.ts';
import { holdsForScreen } from './media.ts';
import { parseSelectors, type Selector } from './selector.ts';

/** Most rules of a page that are kept: those that say something of {@link PROPERTIES}. */
const MOST_RULES = 5000;
/** Longest selector list, and most selectors in it. */
const LONGEST = 4000;

/** What a text depends on. */
const PROPERTIES: ReadonlySet<string> = new Set<string>([
  'display',
  'visibility',
  'white-space',
  'list-style',
  'list-style-type',
  'vertical-align',
  ...CLIPPING,
  'font-size',
]);

/** One thing that a style says. */
export interface Declaration {
  property: string;
  value: string;
  important: boolean;
}

/** What a style sheet says of the elements that one selector finds. */
export interface Rule {
  selector: Selector;
  declarations: readonly Declaration[];
  /** Of two that weigh the same the later one holds. */
  order: number;
}

/** A style sheet, which is read once however many pages use it. */
export class StyleSheet {
  readonly css: string;
  #rules: readonly Rule[] | undefined;

  constructor(css: string) {
    this.css = css;
  }

  /** Adds its rules to those before, as far as there is room. */
  addTo(rules: Rule[]): void {
    this.#rules ??= rulesIn(this.css);
    for (const rule of this.#rules) {
      if (rules.length >= MOST_RULES) return;
      rules.push({ ...rule, order: rules.length });
    }
  }
}

/** Where the reader of a sheet is: among rules, in declarations, or in what is skipped. */
interface Level {
  kind: 'rules' | 'declarations' | 'skipped';
  selectors: string;
  found: Declaration[];
}

/**
 * The rules of a style sheet that matter to a text: media that do not hold for a screen are left out, and so is
 * what is nested in a rule. One pass, whatever is in it.
 */
function rulesIn(css: string): readonly Rule[] {
  const rules: Rule[] = [];
  const levels: Level[] = [];
  let from = 0;
  const flush = (at: number): string => {
    const text = withoutComments(css.slice(from, at)).trim();
    from = at + 1;
    return text;
  };
  for (let at = 0; at < css.length && rules.length < MOST_RULES; at++) {
    const sign = css[at];
    if (sign === '\\') at++;
    else if (sign === '/' && css[at + 1] === '*') at = endOf(css, '*/', at + 2) + 1;
    else if (sign === '"' || sign === "'") at = endOf(css, sign, at + 1);
    else if (sign === '{') levels.push(opened(flush(at), levels.at(-1)));
    else if (sign === ';') declare(levels.at(-1), flush(at));
    else if (sign === '}') {
      const level = levels.pop();
      declare(level, flush(at));
      if (level) keep(level, rules);
    }
  }
  return rules;
}

function opened(prelude: string, above: Level | undefined): Level {
  const level = (kind: Level['kind']): Level => ({ kind, selectors: prelude, found: [] });
  if (above && above.kind !== 'rules') return level('skipped');
  if (!prelude.startsWith('@')) return level('declarations');
  const [, name = '', rest = ''] = /^@([\w-]+)([^]*)$/.exec(prelude.slice(0, LONGEST)) ?? [];
  if (name === 'media') return level(holdsForScreen(rest) ? 'rules' : 'skipped');
  return level(name === 'supports' || name === 'layer' ? 'rules' : 'skipped');
}

function declare(level: Level | undefined, text: string): void {
  if (level?.kind === 'declarations') level.found.push(...declarations(text));
}

function keep({ kind, selectors, found }: Level, rules: Rule[]): void {
  if (kind !== 'declarations' || found.length === 0 || selectors.length > LONGEST) return;
  for (const selector of parseSelectors(selectors)) {
    if (rules.length >= MOST_RULES) return;
    rules.push({ selector, declarations: found, order: rules.length });
  }
}

/** What a `style` attribute or the inside of a rule says that matters to a text. */
export function declarations(text: string): Declaration[] {
  return text
    .slice(0, LONGEST)
    .split(';')
    .flatMap((one): Declaration[] => {
      const colon = one.indexOf(':');
      const property = one.slice(0, Math.max(0, colon)).trim().toLowerCase();
      if (!PROPERTIES.has(property)) return [];
      const value = one.slice(colon + 1).trim();
      const bang = value.indexOf('!');
      const plain = (bang < 0 ? value : value.slice(0, bang)).trim().toLowerCase();
      return [
        {
          property,
          value: plain,
          important: bang >= 0 && /^!\s*important/i.test(value.slice(bang, bang + 40)),
        },
      ];
    });
}

function endOf(css: string, sign: string, from: number): number {
  const at = css.indexOf(sign, from);
  return at < 0 ? css.length : at;
}

function withoutComments(text: string): string {
  if (!text.includes('/*')) return text;
  const [first = '', ...others] = text.split('/*');
  return first + others.map((one) => one.slice(endOf(one, '*/', 0) + 2)).join(' ');
}
