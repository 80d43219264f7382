/**
 * What a stretch of a document is, beside the text that it came for: furniture of a page, most of it.
 * `boilerplate` is what nobody has told apart; `hidden` what the original does not show.
 */
export const regionKinds = [
  'page-title',
  'breadcrumb',
  'category-row',
  'navigation',
  'pull-quote',
  'caption',
  'credit',
  'author-box',
  'related',
  'references',
  'publisher-box',
  'comment-form',
  'comments',
  'advertisement',
  'share',
  'header',
  'footer',
  'page-number',
  'boilerplate',
  'hidden',
] as const;
export type RegionKind = (typeof regionKinds)[number];
