import { say } from '../../../words/say.ts';

/** Endings of attachments without a name, by media type; the rest is told by its content. */
const ENDINGS: Readonly<Record<string, string>> = {
  'text/plain': 'txt',
  'text/html': 'html',
  'text/calendar': 'ics',
  'text/csv': 'csv',
  'text/vcard': 'vcf',
  'text/rtf': 'rtf',
  'application/rtf': 'rtf',
  'application/pdf': 'pdf',
  'application/zip': 'zip',
  'application/msword': 'doc',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'message/delivery-status': 'txt',
  'message/disposition-notification': 'txt',
  'message/feedback-report': 'txt',
  'text/rfc822-headers': 'txt',
  'message/rfc822': 'eml',
  'message/global': 'eml',
};

/** Longest name that is kept, in code units, and longest ending of it. */
const LONGEST = 150;
const LONGEST_ENDING = 10;
/** What makes a name look like another one, or cannot be in one. */
const STRANGE = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu;

/** The name of an attachment as a file of no folder; empty when nothing of it is left. */
export function fileName(said: string): string {
  const last = said.replace(STRANGE, ' ').split(/[/\\]/).at(-1) ?? '';
  const name = last.replace(/ +/g, ' ').trim();
  if (/^\.*$/.test(name)) return '';
  if (name.length <= LONGEST) return name;
  const dot = name.lastIndexOf('.');
  const ending = dot >= 0 && name.length - dot <= LONGEST_ENDING ? name.slice(dot) : '';
  return `${[...name.slice(0, LONGEST - ending.length - 1)].slice(0, -1).join('')}…${ending}`;
}

/** A name for the part of this number, which has none. */
export function partName(number: number, mediaType: string): string {
  const ending = Object.hasOwn(ENDINGS, mediaType) ? ENDINGS[mediaType] : undefined;
  const name = say('imports.partName', { number });
  return ending === undefined ? name : `${name}.${ending}`;
}

/** Gives names that each occur once: the second `a.txt` is `a-2.txt`. */
export class OwnNames {
  readonly #given = new Map<string, number>();

  next(name: string): string {
    let own = name;
    let count = this.#given.get(name.toLowerCase()) ?? 0;
    while (count > 0 && this.#given.has((own = numbered(name, ++count)).toLowerCase()));
    this.#given.set(name.toLowerCase(), Math.max(1, count));
    this.#given.set(own.toLowerCase(), 1);
    return own;
  }
}

function numbered(name: string, count: number): string {
  const dot = name.lastIndexOf('.');
  return dot > 0 ? `${name.slice(0, dot)}-${count}${name.slice(dot)}` : `${name}-${count}`;
}
