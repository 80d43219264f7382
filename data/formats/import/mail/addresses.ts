/** Somebody in a header field; every text is as it stands in the field. */
export interface Mailbox {
  /** Empty when only the address is there. */
  name: string;
  address: string;
}

/** Most people of a field that are looked at. */
const MOST = 10_000;

/**
 * The people of a field of addresses: `Name <address>`, `"Name, First" <address>`, `address (Name)`, groups.
 * What is none of these is taken for a name.
 */
export function mailboxes(field: string): Mailbox[] {
  const found: Mailbox[] = [];
  let name: string[] = [];
  let comment: string[] = [];
  let address: string | undefined;
  const close = (): void => {
    const words = name.join('').trim();
    const said = comment.join('').trim();
    if (address !== undefined) found.push({ name: words || said, address: address.trim() });
    else if (words.includes('@') && !/\s/.test(words)) found.push({ name: said, address: words });
    else if (words !== '') found.push({ name: words, address: '' });
    [name, comment, address] = [[], [], undefined];
  };
  for (let at = 0; at < field.length && found.length < MOST; at++) {
    const one = field.charAt(at);
    if (one === '"') at = quoted(field, at + 1, name);
    else if (one === '(') at = commented(field, at + 1, comment);
    else if (one === '<') {
      const end = field.indexOf('>', at);
      address = field.slice(at + 1, end < 0 ? field.length : end);
      at = end < 0 ? field.length : end;
    } else if (one === ',' || one === ';') close();
    else if (one === ':' && address === undefined) name = [];
    else name.push(one);
  }
  close();
  return found;
}

/** Adds quoted words; answers where they end. */
function quoted(field: string, from: number, into: string[]): number {
  let at = from;
  for (; at < field.length && field.charAt(at) !== '"'; at++) {
    if (field.charAt(at) === '\\') at++;
    into.push(field.charAt(at));
  }
  return at;
}

/** Adds the words of a comment, which may have others in it; answers where it ends. */
function commented(field: string, from: number, into: string[]): number {
  let depth = 1;
  let at = from;
  for (; at < field.length; at++) {
    const one = field.charAt(at);
    if (one === '\\') at++;
    else if (one === '(') depth++;
    else if (one === ')' && --depth === 0) break;
    into.push(field.charAt(at));
  }
  return at;
}
