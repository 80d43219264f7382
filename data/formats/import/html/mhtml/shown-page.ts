import { AppError } from '../../../../errors.ts';
import type { SourceFile } from '../../format.ts';
import type { MimePart } from '../../mail/mime-tree.ts';
import { toBase64 } from '../../mail/transfer.ts';
import { Meter, type ImportTools } from '../../tools.ts';
import { PartFinder, placeOf, placeOfPage, resolved } from './addresses.ts';
import { inlineCss } from './inline-css.ts';
import { inlineHtml, type PageParts } from './inline-html.ts';
import { bytesOf, decodedPage, isPage, savedParts } from './parts.ts';

/** A saved page as one text that needs nothing beside it, and how many of its own parts are not in it. */
export interface ShownPage {
  html: string;
  leftOut: number;
}

/** Code units of all that is put into a page: one picture may stand in it a thousand times. */
const MOST = 64 * 1024 * 1024;
/** What each part that is put in counts at least, so that many empty ones come to an end too. */
const LEAST = 64;
/** Sheets and frames within each other: deeper nobody nests them but to harm. */
const DEEPEST = 16;
/** Most pages of frames, and style sheets, that are read. */
const MOST_TEXTS = 1000;
const MEDIA_TYPE = /^[a-z]+\/[\w.+-]{1,100}$/;
/** What is shown as no picture, and is no font. */
const NO_PICTURE = /^(?:text|multipart|message)\//;

/**
 * A page that a browser saved as one file (MHTML), with its own pictures, style sheets and frames in it as data. What
 * it names from elsewhere stays an address. Cost: time and memory grow with the file, up to {@link MOST} beside
 * it. Throws as {@link savedParts}, and what `decodeText` throws of the page itself.
 */
export async function shownPage(file: SourceFile, tools: ImportTools): Promise<ShownPage> {
  const meter = new Meter(tools, 4 * file.bytes.length);
  const saved = savedParts(file, meter.add);
  const { parts, root } = saved;
  const reading = { encodings: tools.encodings, passed: meter.add };
  const { text } = await decodedPage(root, file, reading);
  const texts = new Map<MimePart, string>();
  const { name, bytes } = file;
  for (const part of parts.filter(isText).slice(0, MOST_TEXTS)) {
    if (part === root) continue;
    try {
      texts.set(part, (await decodedPage(part, { name, bytes }, reading)).text);
    } catch (thrown) {
      if (!(thrown instanceof AppError)) throw thrown;
    }
  }
  const base = placeOfPage(saved);
  const inliner = new Inliner(bytes, new PartFinder(parts, base), texts, meter.add);
  return { html: inlineHtml(text, base, inliner, meter.add), leftOut: inliner.leftOut };
}

const isSheet = ({ type }: MimePart): boolean => type.value === 'text/css';
const isText = (part: MimePart): boolean => isPage(part) || isSheet(part);

/** What a part is put into a page as. */
type Kind = 'picture' | 'sheet' | 'frame';

/** Gives the parts of a saved page as what stands in it, each made once, as long as there is room. */
class Inliner implements PageParts {
  leftOut = 0;
  readonly #bytes: Uint8Array;
  readonly #parts: PartFinder;
  readonly #texts: ReadonlyMap<MimePart, string>;
  readonly #passed: (units: number) => void;
  /** What was made; undefined while it is made, and of what is nothing of the kind. */
  readonly #made: Readonly<Record<Kind, Map<MimePart, string | undefined>>> = {
    picture: new Map(),
    sheet: new Map(),
    frame: new Map(),
  };
  #room = MOST;
  #depth = 0;

  constructor(
    bytes: Uint8Array,
    parts: PartFinder,
    texts: ReadonlyMap<MimePart, string>,
    passed: (units: number) => void,
  ) {
    this.#bytes = bytes;
    this.#parts = parts;
    this.#texts = texts;
    this.#passed = passed;
  }

  picture(address: string, base: string): string | undefined {
    return this.#put('picture', address, base);
  }

  sheet(address: string, base: string): string | undefined {
    return this.#put('sheet', address, base);
  }

  frame(address: string, base: string): string | undefined {
    return this.#put('frame', address, base);
  }

  /** What a part is made into; undefined when it is not in the file, is nothing of the kind, or has no room. */
  #put(kind: Kind, address: string, base: string): string | undefined {
    const part = this.#parts.find(address, base);
    const made = part && this.#madeOf(kind, part, base);
    const size = (made?.length ?? 0) + LEAST;
    const isMissing = part ? made !== undefined && size > this.#room : isOwn(address);
    if (isMissing) this.leftOut++;
    if (made === undefined || size > this.#room) return undefined;
    this.#room -= size;
    return made;
  }

  #madeOf(kind: Kind, part: MimePart, base: string): string | undefined {
    const known = this.#made[kind];
    if (!known.has(part) && this.#depth < DEEPEST) {
      known.set(part, undefined);
      this.#depth++;
      known.set(part, this.#make(kind, part, resolved(placeOf(part), base)));
      this.#depth--;
    }
    return known.get(part);
  }

  #make(kind: Kind, part: MimePart, at: string): string | undefined {
    if (kind === 'picture') return this.#data(part);
    const text = (kind === 'sheet' ? isSheet : isPage)(part) ? this.#texts.get(part) : undefined;
    if (text === undefined) return undefined;
    if (kind === 'frame') return inlineHtml(text, at, this, this.#passed);
    return inlineCss(text, {
      picture: (inner) => this.picture(inner, at),
      sheet: (inner) => this.sheet(inner, at),
    });
  }

  /** A picture or a font as an address of its own. */
  #data(part: MimePart): string | undefined {
    const { value } = part.type;
    if (!MEDIA_TYPE.test(value) || NO_PICTURE.test(value)) return undefined;
    return `data:${value};base64,${toBase64(bytesOf(part, this.#bytes))}`;
  }
}

/** Whether an address names a part of the same file. */
const isOwn = (address: string): boolean => /^\s*cid:/i.test(address);
