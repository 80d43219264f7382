/** Bytes in which a page must declare its encoding (HTML standard). */
const PRESCAN = 1024;

/**
 * The encoding that a page declares in its first bytes: XML declaration, `<meta charset>` or
 * `<meta http-equiv=content-type>`. `undefined` when it declares none.
 */
export function declaredCharset(bytes: Uint8Array): string | undefined {
  const start = latin1(bytes.subarray(0, PRESCAN)).replace(/<!--[\s\S]*?(-->|$)/g, '');
  const found =
    /<meta[^>]+charset\s*=\s*["']?\s*([\w:.-]+)/i.exec(start) ??
    /^\s*<\?xml[^>]+encoding\s*=\s*["']([\w:.-]+)/i.exec(start);
  const label = found?.[1]?.toLowerCase();
  // A page that could be read this far is not UTF-16, whatever it says.
  return label?.startsWith('utf-16') ? 'utf-8' : label;
}

/** Bytes as text, one character each: enough to look at tags and labels. */
export function latin1(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}
