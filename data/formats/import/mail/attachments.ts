import type { InnerFile } from '../format.ts';
import { dispositionOf } from './choose-parts.ts';
import { fileName, OwnNames, partName } from './file-names.ts';
import { readHeader, valueOf } from './header-block.ts';
import type { HeaderWords } from './header-words.ts';
import type { MimePart } from './mime-tree.ts';
import { bytesOfPart } from './part-text.ts';

const MESSAGE = /^message\/(?:rfc822|global)$/;

/** The files of a message, each under a name of its own. */
export class Attachments {
  readonly #bytes: Uint8Array;
  readonly #words: HeaderWords;
  readonly #names = new OwnNames();
  #count = 0;

  constructor(bytes: Uint8Array, words: HeaderWords) {
    this.#bytes = bytes;
    this.#words = words;
  }

  /** A part as a file that came with the message. */
  async file(part: MimePart): Promise<InnerFile> {
    this.#count++;
    const { bytes: inner } = bytesOfPart(this.#bytes, part);
    const isMessage = MESSAGE.test(part.type.value);
    const name = isMessage ? await this.#messageName(part, inner) : await this.nameOf(part);
    return { part: this.#names.next(name), inner, attached: true };
  }

  /** The name that a part has or is given. */
  async nameOf(part: MimePart): Promise<string> {
    return (await this.#saidName(part)) || partName(Math.max(1, this.#count), part.type.value);
  }

  async #saidName(part: MimePart): Promise<string> {
    const said = dispositionOf(part).parameters.get('filename') ?? part.type.parameters.get('name');
    return said ? fileName(await this.#words.decoded(said)) : '';
  }

  /** A message in a message is called by its subject. */
  async #messageName(part: MimePart, inner: Uint8Array): Promise<string> {
    const { fields } = readHeader(inner, 0, inner.length);
    const subject = await this.#words.text(valueOf(fields, 'subject') ?? '');
    const name =
      (await this.#saidName(part)) || fileName(subject.replace(/[/\\]+/g, ' ')) || 'message';
    return /\.eml$/i.test(name) ? name : `${name}.eml`;
  }
}
