import { latin1 } from '../../bytes.ts';

/** Most parts of a page that are looked at, and how deep they may lie in each other. */
const MOST_PARTS = 10_000;
const DEEPEST = 4;
/** Longest header of a part, in bytes. */
const LONGEST_HEADER = 64 * 1024;

/** A part of a MIME message as it stands in the file. */
export interface Part {
  /** Values of the header by names in small letters, lines joined. */
  header: ReadonlyMap<string, string>;
  /** Its bytes as one character each. */
  body: string;
}

/** A value of a header and its parameters, names in small letters. */
export interface Parameters {
  value: string;
  named: ReadonlyMap<string, string>;
}

/** The header of a message and all parts that hold something, in order. One pass per level of nesting. */
export function partsOf(bytes: Uint8Array): { header: Part['header']; parts: Part[] } {
  const whole = partIn(latin1(bytes));
  const parts: Part[] = [];
  collect(whole, parts, 0);
  return { header: whole.header, parts };
}

function collect(part: Part, parts: Part[], depth: number): void {
  const { value, named } = parametersOf(part.header.get('content-type') ?? '');
  const boundary = named.get('boundary');
  if (!value.startsWith('multipart/') || !boundary || depth >= DEEPEST) {
    parts.push(part);
    return;
  }
  for (const piece of pieces(part.body, `--${boundary}`)) {
    if (parts.length >= MOST_PARTS) return;
    collect(partIn(piece), parts, depth + 1);
  }
}

/** What stands between lines that begin with a boundary. */
function* pieces(body: string, boundary: string): Generator<string, void, undefined> {
  let from = -1;
  let at = body.startsWith(boundary) ? 0 : body.indexOf(`\n${boundary}`) + 1;
  while (at > 0 || (at === 0 && from < 0 && body.startsWith(boundary))) {
    if (from >= 0) yield body.slice(from, at).replace(/\r?\n$/, '');
    const behind = at + boundary.length;
    if (body.startsWith('--', behind)) return;
    const line = body.indexOf('\n', behind);
    if (line < 0) return;
    from = line + 1;
    at = body.indexOf(`\n${boundary}`, line) + 1;
  }
  // The last boundary is missing: a file that was cut off.
  if (from >= 0) yield body.slice(from);
}

function partIn(text: string): Part {
  const start = text.slice(0, LONGEST_HEADER);
  const empty = /\r?\n\r?\n/.exec(start);
  const isBare = /^\r?\n/.test(start);
  const end = isBare ? 0 : (empty?.index ?? start.length);
  const body = isBare ? text.replace(/^\r?\n/, '') : text.slice(end + (empty?.[0].length ?? 0));
  const header = new Map<string, string>();
  for (const line of start
    .slice(0, end)
    .replace(/\r?\n[ \t]+/g, ' ')
    .split('\n')) {
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(0, colon)).trim().toLowerCase();
    if (name !== '' && !header.has(name)) header.set(name, line.slice(colon + 1).trim());
  }
  return { header, body };
}

/** “text/html; charset=utf-8” in its parts. */
export function parametersOf(field: string): Parameters {
  const [value = '', ...rest] = field.slice(0, 4000).split(';');
  const named = new Map<string, string>();
  for (const one of rest) {
    const at = one.indexOf('=');
    const name = one.slice(0, Math.max(0, at)).trim().toLowerCase();
    if (name !== '')
      named.set(
        name,
        one
          .slice(at + 1)
          .trim()
          .replace(/^"|"$/g, ''),
      );
  }
  return { value: value.trim().toLowerCase(), named };
}

/** The bytes of a part as they were before they were sent. */
export function bytesOf({ header, body }: Part): Uint8Array {
  const encoding = (header.get('content-transfer-encoding') ?? '').toLowerCase();
  if (encoding === 'base64') return fromBase64(body);
  return encoding === 'quoted-printable' ? fromQuoted(body) : asBytes(body);
}

function asBytes(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
  return bytes;
}

/** Quoted-printable: “=D0” is a byte, “=” at the end of a line joins it with the next. */
export function fromQuoted(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  let length = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const hex = text.slice(at + 1, at + 3);
    if (code !== 0x3d) bytes[length++] = code;
    else if (/^[0-9a-f]{2}$/i.test(hex)) {
      bytes[length++] = Number.parseInt(hex, 16);
      at += 2;
    } else if (hex === '\r\n') at += 2;
    else if (hex.startsWith('\n')) at += 1;
    else bytes[length++] = code;
  }
  return bytes.subarray(0, length);
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const VALUES = new Map([...DIGITS].map((digit, value) => [digit.charCodeAt(0), value]));

/** Base64; what is no digit of it is passed over. */
export function fromBase64(text: string): Uint8Array {
  const bytes = new Uint8Array(Math.ceil((text.length * 3) / 4));
  let length = 0;
  let bits = 0;
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const value = VALUES.get(text.charCodeAt(at));
    if (value === undefined) continue;
    bits = ((bits << 6) | value) & 0xffffff;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    bytes[length++] = (bits >> count) & 0xff;
  }
  return bytes.subarray(0, length);
}
