/** A value of a field with its parameters, as `text/plain; charset=utf-8`. */
export interface Structured {
  /** In small letters. */
  value: string;
  parameters: ReadonlyMap<string, Parameter>;
}

/** A parameter: every character stands for a byte. */
export interface Parameter {
  bytes: string;
  /** The encoding that it names for itself (RFC 2231). */
  charset?: string;
}

/** Most parameters of a field. */
const MOST = 200;

/**
 * Reads a structured field: quotes and comments taken off, parameters in pieces or with an encoding of their
 * own (RFC 2231) put together.
 */
export function structured(text: string): Structured {
  const [first = '', ...rest] = piecesOf(text);
  const given = new Map<string, string>();
  for (const piece of rest.slice(0, MOST)) {
    const equals = piece.indexOf('=');
    if (equals < 0) continue;
    const name = piece.slice(0, equals).trim().toLowerCase();
    if (!given.has(name)) given.set(name, piece.slice(equals + 1).trim());
  }
  return { value: first.trim().toLowerCase(), parameters: joined(given) };
}

/**
 * The pieces between semicolons, without quotes, escapes and comments. A bracket in the name of a file is none:
 * many a program forgets the quotes.
 */
function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  let piece: string[] = [];
  let isQuoted = false;
  let isName = false;
  let comments = 0;
  for (let at = 0; at < text.length; at++) {
    const one = text.charAt(at);
    if (isQuoted) {
      if (one === '\\') piece.push(text.charAt(++at));
      else if (one === '"') isQuoted = false;
      else piece.push(one);
    } else if (comments > 0) {
      if (one === '(') comments++;
      else if (one === ')') comments--;
    } else if (one === '"') isQuoted = true;
    else if (one === '(' && !isName) comments++;
    else if (one === ';') {
      pieces.push(piece.join(''));
      piece = [];
      isName = false;
    } else {
      if (one === '=') isName ||= /name/i.test(piece.slice(-12).join(''));
      piece.push(one);
    }
  }
  pieces.push(piece.join(''));
  return pieces;
}

/** Parameters by their names without `*` and number. */
function joined(given: ReadonlyMap<string, string>): Map<string, Parameter> {
  const parameters = new Map<string, Parameter>();
  for (const [name, value] of given) {
    if (!name.includes('*')) parameters.set(name, { bytes: value });
  }
  for (const name of new Set([...given.keys()].map((key) => key.split('*', 1)[0] ?? ''))) {
    const whole = given.get(`${name}*`);
    const extended = whole === undefined ? numbered(given, name) : encoded([[whole, true]]);
    if (extended) parameters.set(name, extended);
  }
  return parameters;
}

function numbered(given: ReadonlyMap<string, string>, name: string): Parameter | undefined {
  const pieces: [text: string, isEncoded: boolean][] = [];
  for (let number = 0; ; number++) {
    const plain = given.get(`${name}*${number}`);
    const piece = plain ?? given.get(`${name}*${number}*`);
    if (piece === undefined) break;
    pieces.push([piece, plain === undefined]);
  }
  return pieces.length > 0 ? encoded(pieces) : undefined;
}

/** The first encoded piece begins with `charset'language'`. */
function encoded(pieces: readonly (readonly [text: string, isEncoded: boolean])[]): Parameter {
  const [first] = pieces;
  const head = first?.[1] ? /^([^']{0,40})'[^']{0,40}'/.exec(first[0]) : null;
  const charset = head?.[1] ?? '';
  const bytes = pieces.map(([text, isEncoded], index) => {
    const rest = index === 0 && head ? text.slice(head[0].length) : text;
    return isEncoded ? percentDecoded(rest) : rest;
  });
  return { bytes: bytes.join(''), ...(charset !== '' && { charset }) };
}

const percentDecoded = (text: string): string =>
  text.replace(/%([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
