import type { RegionKind } from '../../../text/region-kinds.ts';

/** Elements that belong to the page, not to its text, whatever they are called. */
const ELEMENTS: Readonly<Record<string, RegionKind>> = {
  nav: 'navigation',
  menu: 'navigation',
  aside: 'related',
  footer: 'footer',
  figcaption: 'caption',
  search: 'boilerplate',
  button: 'boilerplate',
  select: 'boilerplate',
  textarea: 'boilerplate',
  dialog: 'boilerplate',
};
/** Elements that are so most of the time. */
const SOFT: Readonly<Record<string, RegionKind>> = { form: 'boilerplate', header: 'header' };
const ROLES: Readonly<Record<string, RegionKind>> = {
  navigation: 'navigation',
  menu: 'navigation',
  menubar: 'navigation',
  complementary: 'related',
  contentinfo: 'footer',
  banner: 'header',
  search: 'boilerplate',
  toolbar: 'boilerplate',
  dialog: 'boilerplate',
  alertdialog: 'boilerplate',
};

/**
 * Parts of class names and ids that suggest what an element is; the more telling ones first. They stand between
 * blanks, hyphens and underscores.
 */
const NAMES: readonly [RegionKind, RegExp][] = [
  ['breadcrumb', /(?:^| )(?:breadcrumbs?|crumbs)(?: |$)/],
  ['pull-quote', /(?:^| )(?:pullquote|pull quote|pulledquote)(?: |$)/],
  ['caption', /(?:^| )(?:caption|wp caption text|image caption|cutline)(?: |$)/],
  ['credit', /(?:^| )(?:credits?|photo credit|image credit)(?: |$)/],
  ['comment-form', /(?:^| )(?:respond|commentform|comment form|reply)(?: |$)/],
  ['comments', /(?:^| )(?:comments?|commentlist|disqus|replies|disqus thread)(?: |$)/],
  ['share', /(?:^| )(?:share|sharing|sharedaddy|social|socials|addtoany|addthis)(?: |$)/],
  [
    'advertisement',
    /(?:^| )(?:advert|adverts|advertisement|advertising|ads?|adsbygoogle|sponsor|sponsored|promo|promos|newsletter|subscribe|subscription|signup)(?: |$)/,
  ],
  [
    'related',
    /(?:^| )(?:related|recommended|recommendations?|trending|most read|read more|read next|more stories|popular|outbrain|taboola|sidebar)(?: |$)/,
  ],
  ['author-box', /(?:^| )(?:author box|author bio|about author|authorbox|author info)(?: |$)/],
  [
    'category-row',
    /(?:^| )(?:taglist|tag list|tags|categories|cat ?links|post tags|entry tags)(?: |$)/,
  ],
  ['references', /(?:^| )(?:reflist|bibliography)(?: |$)/],
  [
    'navigation',
    /(?:^| )(?:nav|navbar|navigation|menu|pagination|pager|skip link|toc toggle|navbox|jump to nav)(?: |$)/,
  ],
  ['header', /(?:^| )(?:masthead|site header)(?: |$)/],
  ['footer', /(?:^| )(?:footer|colophon)(?: |$)/],
  [
    'boilerplate',
    /(?:^| )(?:cookies?|consent|gdpr|popup|modal|widget|toolbar|byline links|printfriendly|site sub)(?: |$)/,
  ],
];

/** What an element is by its own name or role: this holds for all that is in it. */
export function kindByElement(name: string, role: string): RegionKind | undefined {
  if (name === 'body') return undefined;
  const byRole = role === '' ? undefined : ROLES[role.trim().toLowerCase()];
  return byRole ?? (Object.hasOwn(ELEMENTS, name) ? ELEMENTS[name] : undefined);
}

/** What an element may be by its name: given up when that would hide most of the page. */
export const softKind = (name: string): RegionKind | undefined =>
  Object.hasOwn(SOFT, name) ? SOFT[name] : undefined;

/** What class names and an id suggest. */
export function kindByNames(classes: string, id: string): RegionKind | undefined {
  if (classes === '' && id === '') return undefined;
  const names = `${classes.slice(0, 500)} ${id.slice(0, 100)}`
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ');
  return NAMES.find(([, pattern]) => pattern.test(names))?.[0];
}
