import { latin1 } from '../bytes.ts';

/** Bytes in which a page must declare its encoding (HTML standard), and in which many do. */
const PRESCAN = 1024;
const LATE = 64 * 1024;

/**
 * The encoding that a page declares in its first bytes, or late, before its body: XML declaration,
 * `<meta charset>` or `<meta http-equiv=content-type>`. `undefined` when it declares none.
 */
export function declaredCharset(bytes: Uint8Array): string | undefined {
  const head = withoutComments(latin1(bytes.subarray(0, LATE)).toLowerCase());
  const start = withoutComments(latin1(bytes.subarray(0, PRESCAN)).toLowerCase());
  const label = metaCharset(start) ?? xmlEncoding(start) ?? metaCharset(before(head, '<body'));
  // A page that could be read this far is not UTF-16, whatever it says.
  return label?.startsWith('utf-16') ? 'utf-8' : label;
}

/** The first `charset` within a `<meta>`; `start` in small letters. */
function metaCharset(start: string): string | undefined {
  for (const tag of start.split('<meta').slice(1)) {
    const inside = tag.split('>', 1)[0] ?? '';
    const at = inside.indexOf('charset');
    const label = at > 0 ? valueAfter(inside.slice(at + 'charset'.length)) : undefined;
    if (label !== undefined) return label;
  }
  return undefined;
}

function xmlEncoding(start: string): string | undefined {
  const text = start.trimStart();
  if (!text.startsWith('<?xml')) return undefined;
  const inside = text.split('>', 1)[0] ?? '';
  const at = inside.indexOf('encoding');
  return at < 0 ? undefined : valueAfter(inside.slice(at + 'encoding'.length));
}

/** What stands behind `=`, with or without quotes. */
function valueAfter(text: string): string | undefined {
  const [equals, ...rest] = text.trimStart();
  if (equals !== '=') return undefined;
  const value = rest.join('').trimStart().replace(/^["']/, '').trimStart();
  return /^[\w:.-]+/.exec(value)?.[0];
}

/** One that has no end goes to the end. */
export function withoutComments(text: string): string {
  const [first = '', ...others] = text.split('<!--');
  return first + others.map((one) => afterFirst(one, '-->')).join('');
}

const before = (text: string, end: string): string => text.split(end, 1)[0] ?? '';

function afterFirst(text: string, end: string): string {
  const at = text.indexOf(end);
  return at < 0 ? '' : text.slice(at + end.length);
}
