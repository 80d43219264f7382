import type { Style } from '../block-writer.ts';

const set = (names: string): ReadonlySet<string> => new Set(names.split(' '));

/** Elements whose content the tokenizer must take as raw text, so that tags in it stay text. */
export const RAW_TEXT = set('style iframe xmp noembed noframes');
export const VOID = set(
  'area base br col embed frame hr img input link meta param source track wbr keygen basefont ' +
    'bgsound image',
);
/** Elements that start and end a block. */
export const BLOCKS = set(
  'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset ' +
    'figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ' +
    'ol optgroup option p pre search section select summary table tbody td tfoot th thead tr ul ' +
    'title textarea button label output',
);
/** Of them, those that end with an element around them, whatever it is: others end only with a block. */
export const LOOSE = set('dialog label legend optgroup option output');
/** Elements that a paragraph ends before (HTML standard). */
export const ENDS_PARAGRAPH = set(
  'address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption ' +
    'figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li listing main menu nav ol p plaintext ' +
    'pre search section summary table ul xmp',
);
/** Inline elements that go on when a block within them ends, and may overlap. */
export const FORMATTING = set('a b big code em font i nobr s small strike strong tt u');
/** End tags do not reach through these. */
export const SCOPES = set('table td th caption template object button');

/** What kind of block an element makes of its text; `undefined`: that of the element around it. */
export function kindOf(name: string): Pick<Style, 'kind' | 'level'> | undefined {
  if (/^h[1-6]$/.test(name)) return { kind: 'heading', level: Number(name[1]) };
  if (name === 'li' || name === 'dd' || name === 'dt') return { kind: 'list-item', level: 1 };
  if (name === 'blockquote') return { kind: 'quote' };
  if (name === 'pre' || name === 'xmp' || name === 'listing') return { kind: 'code' };
  if (name === 'caption' || name === 'figcaption') return { kind: 'caption' };
  return undefined;
}

/** Open elements that a start tag ends, up to the nearest of `within` (tags may be left out). */
export const IMPLIED_ENDS: ReadonlyMap<
  string,
  { ends: ReadonlySet<string>; within: ReadonlySet<string> }
> = new Map([
  ['li', { ends: set('li p'), within: set('ul ol menu dir') }],
  ['dt', { ends: set('dt dd p'), within: set('dl') }],
  ['dd', { ends: set('dt dd p'), within: set('dl') }],
  ['tr', { ends: set('tr td th p'), within: set('table') }],
  ['td', { ends: set('td th p'), within: set('tr table') }],
  ['th', { ends: set('td th p'), within: set('tr table') }],
  ['rb', { ends: set('rb rt rp'), within: set('ruby') }],
  ['rt', { ends: set('rb rt rp'), within: set('ruby rtc') }],
  ['rp', { ends: set('rb rt rp'), within: set('ruby') }],
  ['rtc', { ends: set('rb rt rp rtc'), within: set('ruby') }],
  ['option', { ends: set('option'), within: set('select') }],
]);
