/** A name without its prefix. */
export const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** The path in the archive that a reference in the file at `from` leads to, without what is behind `#`. */
export function pathIn(from: string, reference: string): string {
  const [address = ''] = reference.split(/[#?]/, 1);
  const parts = address.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const part of decoded(address).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
