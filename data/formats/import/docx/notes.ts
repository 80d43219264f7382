import { LatePlace } from '../office/late-place.ts';
import { formatNamed, roman, type NumberFormat } from '../numerals.ts';
import { elementOf, elementsOf, type XmlElement } from '../xml/xml-tree.ts';
import { numberOf } from './properties.ts';

/** A note that is referred to. */
export interface UsedNote {
  sign: string;
  /** The sign is the author's own, and stands before the words of the note as well. */
  isOwn: boolean;
  place: LatePlace;
  body: XmlElement;
}

/** The footnotes or the endnotes of a document, numbered as they are referred to. */
export class Notes {
  readonly #bodies = new Map<string, XmlElement>();
  readonly #used = new Map<string, UsedNote>();
  readonly #format: NumberFormat;
  #next: number;

  /** `settings`: how the document wants them numbered. */
  constructor(root: XmlElement | undefined, settings: XmlElement | undefined, isEnd: boolean) {
    for (const body of root ? elementsOf(root) : []) {
      const { 'w:id': id = '', 'w:type': type = 'normal' } = body.attributes;
      // Others are the lines between text and notes.
      if (type === 'normal') this.#bodies.set(id, body);
    }
    const name = elementOf(settings, 'w:numFmt')?.attributes['w:val'];
    this.#format = name === undefined ? (isEnd ? roman : String) : formatNamed(name);
    this.#next = numberOf(settings, 'w:numStart') ?? 1;
  }

  /** The note of an id, as it is referred to now; `own`: the sign that its author chose instead of a number. */
  use(id: string, own?: string): UsedNote | undefined {
    const known = this.#used.get(id);
    if (known) return known;
    const body = this.#bodies.get(id);
    if (!body) return undefined;
    const sign = own ?? this.#format(this.#next++);
    const used = { sign, isOwn: own !== undefined, place: new LatePlace(), body };
    this.#used.set(id, used);
    return used;
  }

  /** The notes in the order in which they were referred to; notes that come meanwhile too. */
  *used(): Generator<UsedNote> {
    for (const note of this.#used.values()) yield note;
  }
}
