import type { ImportedDocument, ImportResult } from '#data/api/job.ts';
import type {
  Converted,
  ConvertedPart,
  FoundHighlight,
  SourceFile,
} from '#data/formats/import/format.ts';
import { asLine } from '#data/formats/import/titles.ts';
import type { CaseDocument } from '#data/model/document.ts';
import type { LeftOut } from '#data/model/reading.ts';
import type { Request } from '#data/operations/engine.ts';
import { need } from '#data/operations/edit.ts';
import { regionsOf } from '#data/queries/regions-of.ts';
import type { CaseReader } from '#data/state/case-view.ts';
import { say, words } from '#data/words/say.ts';
import type { CaseStore } from '../storage/case-store.ts';
import { sha256 } from '../storage/disk/hash.ts';
import { systemPorts } from '../storage/journal/system-ports.ts';
import { replaceText } from './another-text.ts';
import type { Bringing } from './bringing.ts';
import { openProposals, putText } from './stored-text.ts';
import { addressIn } from './web-address.ts';

/** A result without the time that it took. */
type Taken = ImportResult extends infer R ? (R extends unknown ? Omit<R, 'ms'> : never) : never;

/** Gives a document of the case the words of its pictures; answers the id of the one that has them then. */
export type TakeWords = (document: CaseDocument, part: Converted) => Promise<string>;

/** Takes the documents of one file into the case, one after the other. */
export class TakeIn {
  readonly #store: CaseStore;
  readonly #how: Bringing;
  readonly #words: TakeWords;
  /** Ids of the documents so far by what they are called in the file. */
  readonly #ids = new Map<string, string>();

  /** `words`: without it they become the text of the document, unless a highlight stands on that. */
  constructor(store: CaseStore, how: Bringing, words: TakeWords = inPlace(store)) {
    this.#store = store;
    this.#how = how;
    this.#words = words;
  }

  /** One document, or the refusal of one, unless an earlier import of the same bytes brought it. */
  async take(file: SourceFile, hash: string, part: ConvertedPart): Promise<Taken> {
    const name = part.part === undefined ? file.name : `${file.name}/${part.part}`;
    if ('error' in part) return { file: name, result: 'failed', error: part.error };
    const bytes = part.bytes ?? file.bytes;
    const own = part.bytes ? sha256(part.bytes) : hash;
    const same = this.#same(part, own);
    const pictures = same ? undefined : this.#unread(part, own);
    const read = pictures && (await this.#words(pictures, part));
    const id = same?.id ?? read ?? (await this.#add(name, bytes, part));
    this.#ids.set(part.part ?? '', id);
    const told = toldOf(this.#store.state, need(this.#store.state, 'document', id), part);
    if (same) return { file: name, result: 'duplicate', ...told };
    const { withoutText = [], recognised } = part.reading;
    // Pages in which nothing was read are told by the document itself.
    const isWhole = withoutText.length === 0 || recognised !== undefined;
    return { file: name, result: isWhole ? 'imported' : 'needs-ocr', ...told };
  }

  /** A document of the case with these bytes and this text. */
  #same({ text }: Converted, hash: string): CaseDocument | undefined {
    const taken = new Set(this.#ids.values());
    let sum: string | undefined;
    for (const document of documentsFrom(this.#store, hash)) {
      sum ??= sha256(text);
      if (document.text.sha256 === sum && !taken.has(document.id)) return document;
    }
    return undefined;
  }

  /** The document of these bytes that is there as pictures, when their words were read now. */
  #unread({ reading }: Converted, hash: string): CaseDocument | undefined {
    if (!reading.recognised) return undefined;
    const taken = new Set(this.#ids.values());
    for (const document of documentsFrom(this.#store, hash)) {
      const { withoutText = [] } = document.reading ?? {};
      if (withoutText.length > 0 && !taken.has(document.id)) return document;
    }
    return undefined;
  }

  async #add(name: string, bytes: Uint8Array, converted: Converted): Promise<string> {
    const { title, regions, mediaType, reading, given } = converted;
    const { method, collector, origin } = this.#how;
    const original = await this.#store.blobs.putSource(bytes);
    const stored = await putText(this.#store, converted);
    const attachedTo =
      converted.attachedTo === undefined ? undefined : this.#ids.get(converted.attachedTo);
    const meta = withAddress(converted, origin);
    const proposals = openProposals({ ...converted, meta }, title);
    const id = systemPorts.newId();
    const input = {
      id,
      title,
      ...given,
      source: {
        ...original,
        mediaType,
        origin: asLine(origin ?? name) || 'unnamed',
        collectedAt: new Date().toISOString(),
        collector,
        method,
      },
      text: stored,
      regions,
      ...(Object.keys(reading).length > 0 && { reading }),
      ...(proposals.length > 0 && { proposals }),
      ...(attachedTo !== undefined && { attachedTo }),
    };
    await this.#perform({ op: 'document.add', input }, id, title, converted.highlights ?? []);
    return id;
  }

  /** A document and what was marked in its file come as one step. */
  async #perform(add: Request, id: string, title: string, marked: readonly FoundHighlight[]) {
    if (marked.length === 0) return await this.#store.perform(add);
    const marks = marked.map((one) => ({ op: 'highlight.add', input: { document: id, ...one } }));
    const label = words('history.document.add', { title });
    const input = { label, operations: [add, ...marks] };
    return await this.#store.perform({ op: 'batch', input });
  }
}

const inPlace =
  (store: CaseStore): TakeWords =>
  async (document, part) => {
    await replaceText(store, document, part);
    return document.id;
  };

/** The first document of a case that comes from these bytes. */
export const firstOf = (store: CaseStore, hash: string): CaseDocument | undefined =>
  documentsFrom(store, hash).next().value ?? undefined;

function* documentsFrom(store: CaseStore, hash: string): Generator<CaseDocument, undefined> {
  for (const document of store.state.all('document')) {
    if (document.source.sha256 === hash) yield document;
  }
}

/** What was found, and the address that the words came from, when whoever brought them told it. */
function withAddress({ meta }: Converted, origin: string | undefined): Converted['meta'] {
  const address = addressIn(origin);
  if (address === undefined || meta.some(({ field }) => field === 'url')) return meta;
  return [...meta, { field: 'url', value: address, from: 'file' }];
}

/** What an import tells of a document. `read`: what came with it, where the record need not keep it. */
export function toldOf(
  reader: CaseReader,
  { id, title, source, text, reading, language, proposals = [] }: CaseDocument,
  read?: Converted,
): ImportedDocument {
  const meta = read?.meta ?? proposals;
  const { encoding, pages, leftOut } = reading ?? {};
  const tongue = language ?? meta.find(({ field }) => field === 'language')?.value;
  const regions: ImportedDocument['regions'] = {};
  for (const { kind } of regionsOf(reader, id)) regions[kind] = (regions[kind] ?? 0) + 1;
  return {
    id,
    title,
    sha256: source.sha256,
    mediaType: source.mediaType,
    ...(encoding !== undefined && { encoding }),
    ...(tongue !== undefined && { language: tongue }),
    ...(pages !== undefined && { pages }),
    characters: text.length,
    ...(leftOut && { leftOut: { characters: leftOut.characters, what: leftOutWords(leftOut) } }),
    regions,
    meta,
  };
}

/** What was left out, in words: “scripts, pictures”. */
function leftOutWords({ what }: LeftOut): string {
  return what.map((kind) => say('imports.leftOut', { what: kind })).join(', ');
}
