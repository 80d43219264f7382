import { bytesOf, latin1 } from '../bytes.ts';
import { likeliest } from '../legacy-guess.ts';
import { decodeUnicode, mendUnicode, unicodeOf } from '../text-decoder.ts';
import type { Encodings } from '../tools.ts';
import { usableCharset } from './charsets.ts';
import { fromBase64, fromQuotedPrintable } from './transfer.ts';
import type { Parameter } from './parameters.ts';

/** Words in an encoding of their own (RFC 2047): `=?koi8-r?B?8NLJ18XU?=`. */
const ENCODED = /=\?([^?*\s]{1,40})(?:\*[^?\s]{0,20})?\?([bq])\?([^?]*)\?=/gi;
/** What programs of the time before Unicode wrote when they did not say what. */
const USUAL = 'windows-1252';
const nobody = (): void => undefined;

/** Reads the words of header fields, which are Latin-1 text of which every character stands for a byte. */
export class HeaderWords {
  readonly #encodings: Encodings;
  /** The encoding of the message, one to read by, for fields that name none. */
  readonly #usual: string | undefined;

  constructor(encodings: Encodings, usual?: string) {
    this.#encodings = encodings;
    this.#usual = usual;
  }

  /** A field in one line; encoded words as what they mean. */
  async text(raw: string): Promise<string> {
    const parts: string[] = [];
    let run: { charset: string; bytes: string } | undefined;
    let end = 0;
    for (const { index, 0: whole, 1: charset = '', 2: code = '', 3: words = '' } of raw.matchAll(
      ENCODED,
    )) {
      const between = raw.slice(end, index);
      // A letter may begin in one word and end in the next one.
      if (run && (between.trim() !== '' || run.charset !== charset.toLowerCase())) {
        parts.push(await this.decoded(run));
        run = undefined;
      }
      if (parts.length === 0 || between.trim() !== '') parts.push(await this.#plain(between));
      run = {
        charset: charset.toLowerCase(),
        bytes: (run?.bytes ?? '') + decodedWord(code, words),
      };
      end = index + whole.length;
    }
    if (run) parts.push(await this.decoded(run));
    parts.push(await this.#plain(raw.slice(end)));
    return inOneLine(parts.join(''));
  }

  /** Bytes in the encoding that they name, if they do. */
  async decoded({ bytes, charset }: Parameter): Promise<string> {
    return charset === undefined ? this.text(bytes) : this.#decode(bytesOf(bytes), charset);
  }

  /** Text that nothing is said about: ASCII, or UTF-8 where it is, or as the message. */
  #plain(text: string): Promise<string> {
    return /[\x80-\xff]/.test(text) ? this.#unnamed(bytesOf(text)) : Promise.resolve(text);
  }

  async #decode(bytes: Uint8Array, charset: string | undefined): Promise<string> {
    const named = await usableCharset(charset, this.#encodings);
    if (named === undefined) return this.#unnamed(bytes);
    const form = unicodeOf(named);
    return form ? mendUnicode(bytes, form, nobody) : this.#encodings.decode(bytes, named, nobody);
  }

  async #unnamed(bytes: Uint8Array): Promise<string> {
    const utf8 = decodeUnicode(bytes, 'utf-8', nobody);
    if (utf8 !== undefined) return utf8;
    const charset = this.#usual ?? (await this.#encodings.guess(bytes)) ?? USUAL;
    return this.#encodings.decode(bytes, charset, nobody);
  }
}

/**
 * The encoding that the fields of a header look to be in which name none: all of them together, and with what
 * follows, for a name alone is too short to tell. Undefined where all is ASCII or UTF-8.
 */
export async function guessedCharset(
  fields: readonly { value: string }[],
  body: Uint8Array,
  encodings: Encodings,
): Promise<string | undefined> {
  const raw = fields.map(({ value }) => value).filter((value) => /[\x80-\xff]/.test(value));
  const head = bytesOf(raw.join('\n'));
  if (decodeUnicode(head, 'utf-8', nobody) !== undefined) return undefined;
  const isSame = decodeUnicode(body, 'utf-8', nobody) === undefined;
  const bytes = isSame ? bytesOf(`${latin1(head)}\n${latin1(body)}`) : head;
  return (await encodings.guess(bytes)) ?? likeliest(bytes, encodings);
}

/** What an encoded word holds, a character for a byte. */
function decodedWord(code: string, words: string): string {
  if (code.toLowerCase() === 'b') return latin1(fromBase64(bytesOf(words)).bytes);
  return latin1(fromQuotedPrintable(bytesOf(words.replaceAll('_', ' '))));
}

/** Words without line ends and other control characters, with single spaces. */
export const inOneLine = (text: string): string =>
  text.replace(/[\p{Cc}\p{Zl}\p{Zp} ]+/gu, ' ').trim();
