/** What the custody of a document may name as its origin: an address of the web, nothing of this machine. */
const ADDRESS = /^https?:\/\/[^\s/]\S*$/i;
/** Longest address that is worth keeping. */
const LONGEST = 2_000;

/** The address in what a program says of where words come from; undefined when it is none of the web. */
export function addressIn(said: string | undefined): string | undefined {
  const first = said?.split(/[\r\n\0]/, 1)[0]?.trim() ?? '';
  return first.length <= LONGEST && ADDRESS.test(first) ? first : undefined;
}
