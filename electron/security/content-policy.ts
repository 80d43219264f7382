/**
 * Cytoscape adds one style element with fixed content to the page; this is the hash of that
 * content. When a new version of it changes the content, the test of the policy finds the refusal.
 */
const CYTOSCAPE_STYLE = 'sha256-pgvDUBa4IjFA2yuSJ2cqcyxmNYJMborsd0ORcRv9vw8=';

/** Where finished reports are served from: not from the interface, so that they share nothing with it. */
export const PREVIEW_ORIGIN = 'app://preview';

/** Where the pages of files are drawn: a frame that nothing leaves, with a file's bytes and no way out. */
export const PAGES_ORIGIN = 'app://pages';

/** Where web pages are shown as they were saved. */
export const ORIGINAL_ORIGIN = 'app://original';

/** What the window's page and its workers may load: their own files, the preview of a report, pages. */
export const CONTENT_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  `style-src 'self' '${CYTOSCAPE_STYLE}'`,
  "font-src 'self'",
  "img-src 'self'",
  `frame-src ${PREVIEW_ORIGIN} ${PAGES_ORIGIN} ${ORIGINAL_ORIGIN}`,
  "connect-src 'none'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * What a report may do while it is looked at or printed: show itself. No script, no address, and an origin
 * that is like no other (that is what `sandbox` means): nobody can reach into it, nor it out.
 */
export const PREVIEW_POLICY = [
  'sandbox',
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'img-src data:',
  'font-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  'frame-ancestors app://wakhan',
].join('; ');

/** What the frame that draws pages may load: its own scripts. No address, no picture, no style. */
export const PAGES_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "connect-src 'none'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  'frame-ancestors app://wakhan',
].join('; ');
