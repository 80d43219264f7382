import { latin1 } from '../bytes.ts';

/** Bytes as they were before a mail program made them fit to be sent. */
export interface Unpacked {
  bytes: Uint8Array;
  /** Signs that mean nothing in the code. */
  damaged: number;
}

const EQUALS = 0x3d;
const LINE_FEED = 0x0a;
const RETURN = 0x0d;

/** The bytes of a part; what is no sign of its code is passed over. */
export function unpacked(bytes: Uint8Array, encoding: string): Unpacked {
  const code = encoding.trim().toLowerCase();
  if (code === 'base64') return fromBase64(bytes);
  if (code === 'quoted-printable') return { bytes: fromQuotedPrintable(bytes), damaged: 0 };
  return { bytes, damaged: 0 };
}

const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const VALUES = Int8Array.from({ length: 256 }, (_, code) => {
  const sign = String.fromCharCode(code).replace('-', '+').replace('_', '/');
  return SIGNS.indexOf(sign);
});

/** Base64, also in several pieces that each have their end. */
export function fromBase64(from: Uint8Array): Unpacked {
  const bytes = new Uint8Array(Math.ceil((from.length * 3) / 4));
  let length = 0;
  let damaged = 0;
  let bits = 0;
  let held = 0;
  for (const code of from) {
    const value = VALUES[code] ?? -1;
    if (value >= 0) {
      bits = (bits << 6) | value;
      held += 6;
      if (held >= 8) {
        held -= 8;
        bytes[length++] = (bits >> held) & 0xff;
      }
    } else if (code === EQUALS) {
      held = 0;
    } else if (code > 0x20) damaged++;
  }
  return { bytes: bytes.subarray(0, length), damaged };
}

/** Bytes as Base64, in one line. */
export function toBase64(bytes: Uint8Array): string {
  const signs = new Uint8Array(4 * Math.ceil(bytes.length / 3));
  for (let at = 0, to = 0; at < bytes.length; at += 3, to += 4) {
    const bits = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    signs[to] = SIGNS.charCodeAt(bits >> 18);
    signs[to + 1] = SIGNS.charCodeAt((bits >> 12) & 63);
    signs[to + 2] = SIGNS.charCodeAt((bits >> 6) & 63);
    signs[to + 3] = SIGNS.charCodeAt(bits & 63);
  }
  const surplus = (3 - (bytes.length % 3)) % 3;
  signs.fill(EQUALS, signs.length - surplus);
  return latin1(signs);
}

/** Quoted-printable. A sign of equality that begins no code stays one. */
export function fromQuotedPrintable(from: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(from.length);
  let length = 0;
  for (let at = 0; at < from.length; at++) {
    const code = from[at] ?? 0;
    if (code !== EQUALS) {
      bytes[length++] = code;
      continue;
    }
    const value = hex(from[at + 1]) * 16 + hex(from[at + 2]);
    if (value >= 0) {
      bytes[length++] = value;
      at += 2;
      continue;
    }
    const next = softBreak(from, at + 1);
    if (next === undefined) bytes[length++] = code;
    else at = next - 1;
  }
  return bytes.subarray(0, length);
}

/** Blanks that a program on the way may have put before a line's end. */
const MOST_BLANKS = 100;

/** Where the next line begins when only blanks stand before it; undefined when there is more. */
function softBreak(bytes: Uint8Array, from: number): number | undefined {
  let at = from;
  while (at - from < MOST_BLANKS && (bytes[at] === 0x20 || bytes[at] === 0x09)) at++;
  if (at >= bytes.length) return at;
  if (bytes[at] === RETURN) at++;
  return bytes[at] === LINE_FEED ? at + 1 : undefined;
}

function hex(code = 0): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  const letter = code | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : Number.NEGATIVE_INFINITY;
}
