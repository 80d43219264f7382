import { attributeOf, type PageElement } from '../tree.ts';

/** Parts of class names and ids of what stands around an article. */
const UNLIKELY =
  /-ad-|ai2html|banner|breadcrumbs|combx|comment|community|cover-wrap|disqus|extra|footer|gdpr|header|legends|menu|related|remark|replies|rss|shoutbox|sidebar|skyscraper|social|sponsor|supplemental|ad-break|agegate|pagination|pager|popup|yom-remote/i;
/** Parts of those that may hold an article all the same. */
const MAYBE = /and|article|body|column|content|main|mathjax|shadow/i;
const GOOD = /article|body|content|entry|hentry|h-entry|main|page|pagination|post|text|blog|story/i;
const BAD =
  /-ad-|hidden|\bhid\b|banner|combx|comment|com-|contact|footer|gdpr|masthead|media|meta|outbrain|promo|related|scroll|share|shoutbox|sidebar|skyscraper|sponsor|shopping|tags|widget/i;
const SHARE = /(?:\b|_)(?:share|sharedaddy)(?:\b|_)/i;
const ROLES: ReadonlySet<string> = new Set([
  'menu',
  'menubar',
  'complementary',
  'navigation',
  'alert',
  'alertdialog',
  'dialog',
]);

/** Longest names that are looked at, in code units. */
const LONGEST = 600;

function namesOf(one: PageElement): string {
  const classes = attributeOf(one, 'class').slice(0, LONGEST);
  return `${classes} ${attributeOf(one, 'id').slice(0, LONGEST)}`;
}

/** Whether an element is hardly a part of an article, by how it is called. */
export function isUnlikely(one: PageElement): boolean {
  if (ROLES.has(attributeOf(one, 'role'))) return true;
  const names = namesOf(one);
  return names.length > 1 && UNLIKELY.test(names) && !MAYBE.test(names);
}

/** How much the names of an element speak for an article, or against one. */
export function weightOf(one: PageElement): number {
  return [attributeOf(one, 'class'), attributeOf(one, 'id')]
    .map((name) => name.slice(0, LONGEST))
    .filter((name) => name !== '')
    .reduce((sum, name) => sum - (BAD.test(name) ? 25 : 0) + (GOOD.test(name) ? 25 : 0), 0);
}

export const isShare = (one: PageElement): boolean => SHARE.test(namesOf(one));
