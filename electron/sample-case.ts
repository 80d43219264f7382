import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import codebook from '#data/codebooks/security-alliances.json' with { type: 'json' };
import { Codebook } from '#data/model/codebook.ts';
import type { SampleDocument } from '#data/samples/sample.ts';
import { plainBlocks } from '#data/text/plain-blocks.ts';
import { CaseStore } from './storage/case-store.ts';

/** Signs the sample's history, so that nobody takes it for an analyst's work. */
const AUTHOR = 'Wakhan sample';

/** Where the sample case is for this user. */
export const samplePath = (userData: string): string =>
  join(userData, 'samples', 'Wakhan corridor.case');

/** Makes the bundled sample case unless it is there; it appears whole or not at all. */
export async function ensureSample(path: string): Promise<void> {
  if (existsSync(path)) return;
  const building = `${path}.building`;
  await mkdir(dirname(path), { recursive: true });
  await rm(building, { recursive: true, force: true });
  const { wakhanSample } = await import('#data/samples/wakhan/index.ts');
  const { title, summary, documents, operations } = wakhanSample();
  const store = await CaseStore.create(building, {
    author: AUTHOR,
    title,
    codebook: Codebook.parse(codebook),
  });
  try {
    await store.perform({ op: 'case.update', input: { summary } });
    for (const document of documents) await addDocument(store, document);
    await Promise.all(operations.map((one) => store.perform(one)));
  } finally {
    await store.close();
  }
  await rename(building, path);
}

async function addDocument(store: CaseStore, document: SampleDocument): Promise<void> {
  const { origin, text, ...known } = document;
  const source = {
    ...(await store.putSource(Buffer.from(text))),
    mediaType: 'text/plain',
    origin,
    collectedAt: new Date().toISOString(),
    collector: AUTHOR,
    method: 'bundled with the program',
  };
  const words = await store.putText({ text, blocks: plainBlocks(text) });
  await store.perform({ op: 'document.add', input: { ...known, source, text: words } });
}
