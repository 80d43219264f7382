import { performance } from 'node:perf_hooks';
import codebook from '#data/codebooks/security-alliances.json';
import { Codebook } from '#data/model/codebook.ts';
import type { Request } from '#data/operations/engine.ts';
import { plainBlocks } from '#data/text/plain-blocks.ts';
import { createCase } from '../../electron/storage/open/create-case.ts';
import type { CaseStore } from '../../electron/storage/case-store.ts';
import { nodeDisk, type Disk, type DiskFile } from '../../electron/storage/disk/disk.ts';
import { newVault } from '../../electron/storage/vault/vault.ts';
import { Dice, name, prose, ranges, word } from './lib/words.ts';

/** How large a generated case is. */
export interface CaseSize {
  documents: number;
  /** Highlights of each document. */
  highlights: number;
  /** UTF-16 code units of each document, about. */
  length: number;
  /** Whether the case is encrypted. */
  encrypted?: boolean;
}

/** The documents of the usual cases: a page of news each. */
export const NEWS = { highlights: 40, length: 6_000 } as const;

/** Opens every encrypted case that is generated. */
export const PASSPHRASE = 'benches have no secrets';

/** Half of the highlights name an actor, half carry a tag: both need their indexes. */
const TAGGED = 0.5;
const TAGS = 30;

const hasty = (file: DiskFile): DiskFile =>
  Object.assign(file, {
    sync: () => Promise.resolve(),
    writeThrough: (...what: Parameters<DiskFile['write']>) => file.write(...what),
  });

/** A disk that keeps its promises only to the page cache: a case for measuring need not be durable. */
const hastyDisk: Disk = {
  ...nodeDisk,
  open: (...place) => hasty(nodeDisk.open(...place)),
  syncFolder: () => Promise.resolve(),
  beside: {
    ...nodeDisk.beside,
    open: async (...place) => hasty(await nodeDisk.beside.open(...place)),
  },
};

interface Cast {
  entities: string[];
  tags: string[];
  types: string[];
}

/**
 * Makes a case in a folder that is not there yet, of made-up words, through the store and its
 * operations: two records per document, so its journal, chain and snapshots are those of real work.
 * Several sizes make documents of several kinds, in this order. Answers the milliseconds it took. The
 * same sizes give the same texts in every run. One encrypted size makes an encrypted case.
 */
export async function generateCase(folder: string, ...sizes: CaseSize[]): Promise<number> {
  const begun = performance.now();
  const documents = sizes.reduce((sum, size) => sum + size.documents, 0);
  const highlights = sizes.reduce((sum, size) => sum + size.documents * size.highlights, 0);
  const dice = new Dice(documents * 1_000 + highlights);
  const isSecret = sizes.some(({ encrypted }) => encrypted);
  const store = await createCase(folder, {
    author: 'generator',
    title: `${documents} documents, ${highlights} highlights`,
    codebook: Codebook.parse(codebook),
    disk: hastyDisk,
    ...(isSecret && { vault: await newVault(PASSPHRASE, false) }),
  });
  const cast = await addCast(store, dice, Math.max(20, Math.round(documents / 5)));
  for (const size of sizes) {
    for (let number = 1; number <= size.documents; number++) {
      await addDocument(store, dice, cast, size, number);
    }
  }
  await store.checkpoint();
  await store.close();
  return performance.now() - begun;
}

async function addCast(store: CaseStore, dice: Dice, actors: number): Promise<Cast> {
  const types = [...store.state.all('entityType')].map(({ id }) => id);
  const tags = Array.from({ length: TAGS }, () => dice.id());
  const entities = Array.from({ length: actors }, () => dice.id());
  await batch(store, 'Cast', [
    ...tags.map((id, at) => ({ op: 'tag.add', input: { id, name: `${word(dice)} ${at}` } })),
    ...entities.map((id, at) => ({
      op: 'entity.add',
      input: { id, type: dice.one(types), name: `${name(dice)} ${at}` },
    })),
  ]);
  const relations = [...store.state.all('relationType')].map(({ id }) => id);
  return { entities, tags, types: relations };
}

async function addDocument(
  store: CaseStore,
  dice: Dice,
  cast: Cast,
  { highlights, length }: CaseSize,
  number: number,
): Promise<void> {
  const text = prose(dice, length);
  const source = await store.blobs.putSource(Buffer.from(text));
  const reference = await store.blobs.putText({ text, blocks: plainBlocks(text) });
  const document = dice.id();
  const marks = [...ranges(text, highlights)].map((range) => ({
    id: dice.id(),
    document,
    ...range,
    ...(dice.fraction() < TAGGED
      ? { tags: [dice.one(cast.tags)] }
      : { entity: dice.one(cast.entities) }),
  }));
  const custody = {
    ...source,
    mediaType: 'text/plain',
    origin: `note-${number}.txt`,
    collectedAt: '2026-01-01T00:00:00.000Z',
    collector: 'generator',
    method: 'generated',
  };
  const title = `${name(dice)} ${number}`;
  const added = { id: document, title, source: custody, text: reference };
  await store.perform({ op: 'document.add', input: added });
  await batch(store, `Mark ${title}`, [
    ...marks.map((input) => ({ op: 'highlight.add', input })),
    relation(
      dice,
      cast,
      marks.slice(0, 2).map(({ id }) => id),
    ),
  ]);
}

function relation(dice: Dice, { entities, types }: Cast, evidence: string[]): Request {
  const from = dice.below(entities.length);
  const to = (from + 1 + dice.below(entities.length - 1)) % entities.length;
  return {
    op: 'relation.add',
    input: { type: dice.one(types), from: entities[from], to: entities[to], evidence },
  };
}

async function batch(store: CaseStore, label: string, operations: Request[]): Promise<void> {
  await store.perform({ op: 'batch', input: { label, operations } });
}
