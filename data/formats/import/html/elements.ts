import type { Style } from '../block-writer.ts';

const set = (names: string): ReadonlySet<string> => new Set(names.split(' '));

/** Elements whose content is never shown as text: dropped. */
export const DROPPED = set(
  'script style template iframe object applet svg math canvas audio video datalist noframes noembed',
);
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
/** Elements that belong to the page, not to its text. Their content is flagged, not dropped. */
const DEBRIS_ELEMENTS = set(
  'nav aside footer button select textarea dialog menu noscript search figcaption',
);
/** Elements that are debris most of the time: given up like a guess by class name. */
const SOFT_DEBRIS = set('form header');
const DEBRIS_ROLES = set(
  'navigation complementary contentinfo search banner menu menubar toolbar dialog alertdialog',
);
/** Parts of class names and ids that suggest debris. */
export const DEBRIS_NAMES = new RegExp(
  '(?:^|[\\s_-])(?:nav|navbar|navigation|menu|breadcrumbs?|sidebar|related|share|sharing|sharedaddy|' +
    'social|comments?|commentlist|respond|reply|cookies?|consent|gdpr|newsletter|subscribe|signup|' +
    'promo|advert|advertisement|ads?|sponsored|taglist|tags|categories|cat-links|author-(?:box|bio)|' +
    'about-author|footer|masthead|pagination|pager|popup|modal|skip-link|widget|recommended|' +
    'trending|most-read|read-more|byline-links|toolbar|caption|wp-caption-text)(?:$|[\\s_-])',
  'i',
);
/** Elements that hold the page as a whole: their class names say nothing about their text. */
const WHOLE_PAGE = set('html body main article h1');

/** Whether an element is debris by its own name or role: this also holds for what is inside. */
export function isDebrisElement(name: string, role: string): boolean {
  return DEBRIS_ELEMENTS.has(name) || (name !== 'body' && DEBRIS_ROLES.has(role.toLowerCase()));
}

/** Whether name, class or id suggest debris: a guess, given up when it would flag most of the page. */
export function isDebrisByName(name: string, classes: string, id: string): boolean {
  if (WHOLE_PAGE.has(name)) return false;
  return SOFT_DEBRIS.has(name) || DEBRIS_NAMES.test(`${classes.slice(0, 500)} ${id.slice(0, 100)}`);
}

/** Whether an element is not shown at all. */
export function isHidden(
  attribute: (key: string) => string,
  has: (key: string) => boolean,
): boolean {
  if (has('hidden') && attribute('hidden').toLowerCase() !== 'until-found') return true;
  return /display\s*:\s*none|visibility\s*:\s*hidden/i.test(attribute('style').slice(0, 2000));
}

/** What kind of block an element makes of its text; `undefined`: that of the element around it. */
export function kindOf(name: string): Pick<Style, 'kind' | 'level'> | undefined {
  if (/^h[1-6]$/.test(name)) return { kind: 'heading', level: Number(name[1]) };
  if (name === 'li' || name === 'dd' || name === 'dt') return { kind: 'list-item', level: 1 };
  if (name === 'blockquote') return { kind: 'quote' };
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
  ['option', { ends: set('option'), within: set('select') }],
]);
