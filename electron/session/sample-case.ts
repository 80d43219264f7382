import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import alliances from '#data/codebooks/security-alliances.json' with { type: 'json' };
import { Codebook } from '#data/model/codebook.ts';
import type { SampleDocument } from '#data/samples/sample.ts';
import { plainBlocks } from '#data/text/plain-blocks.ts';
import { createCase } from '../storage/open/create-case.ts';
import type { CreateOptions, Filling } from '../storage/store-options.ts';

/** Signs the sample's history, so that nobody takes it for an analyst's work. */
export const SAMPLE_AUTHOR = 'Wakhan sample';

/** Where the sample case is for this user. */
export const samplePath = (userData: string): string =>
  join(userData, 'samples', 'Wakhan corridor.case');

/** Makes the bundled sample case for this user unless it is there. Throws as {@link CaseStore.create}. */
export async function ensureSample(path: string): Promise<void> {
  if (existsSync(path)) return;
  await mkdir(dirname(path), { recursive: true });
  const store = await createCase(path, { author: SAMPLE_AUTHOR, ...(await sampleContent()) });
  await store.close();
}

/** What makes a new case the bundled sample. */
export async function sampleContent(): Promise<
  Pick<CreateOptions, 'title' | 'codebook'> & Required<Pick<CreateOptions, 'fill'>>
> {
  const { wakhanSample } = await import('#data/samples/wakhan/index.ts');
  const { title, summary, documents, operations } = wakhanSample();
  const fill = async (store: Filling): Promise<void> => {
    await store.perform({ op: 'case.update', input: { summary } });
    for (const document of documents) await addDocument(store, document);
    await Promise.all(operations.map((one) => store.perform(one)));
  };
  return { title, codebook: Codebook.parse(alliances), fill };
}

async function addDocument(store: Filling, document: SampleDocument): Promise<void> {
  const { origin, text, ...known } = document;
  const source = {
    ...(await store.blobs.putSource(Buffer.from(text))),
    mediaType: 'text/plain',
    origin,
    collectedAt: new Date().toISOString(),
    collector: SAMPLE_AUTHOR,
    method: 'bundled with the program',
  };
  const words = await store.blobs.putText({ text, blocks: plainBlocks(text) });
  await store.perform({ op: 'document.add', input: { ...known, source, text: words } });
}
