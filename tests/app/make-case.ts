import codebook from '#data/codebooks/security-alliances.json' with { type: 'json' };
import { plainBlocks } from '#data/text/plain-blocks.ts';
import type { WorkingText } from '#data/text/working-text.ts';
import { Codebook } from '#data/model/codebook.ts';
import { createCase } from '../../electron/storage/open/create-case.ts';
import type { CaseStore } from '../../electron/storage/case-store.ts';

/** A text for a case, under an id that the test can name. */
export interface TestDocument {
  id: string;
  title: string;
  /** Words, parted into blocks at empty lines; or a whole working text. */
  text: string | WorkingText;
  /** What the operation `document.add` takes besides. */
  about?: Record<string, unknown>;
}

/** Operations to run on a new case. */
export interface TestOperation {
  op: string;
  input: Record<string, unknown>;
}

/** Makes a case in `path` with these documents and operations, without a window. */
export async function makeCase(
  path: string,
  title: string,
  documents: readonly TestDocument[] = [],
  operations: readonly TestOperation[] = [],
): Promise<string> {
  const author = 'test';
  const store = await createCase(path, { author, title, codebook: Codebook.parse(codebook) });
  try {
    for (const document of documents) await addDocument(store, document);
    await Promise.all(operations.map((one) => store.perform(one)));
  } finally {
    await store.close();
  }
  return path;
}

async function addDocument(
  store: CaseStore,
  { id, title, text, about = {} }: TestDocument,
): Promise<void> {
  const whole = typeof text === 'string' ? { text, blocks: plainBlocks(text) } : text;
  const source = {
    ...(await store.blobs.putSource(Buffer.from(whole.text))),
    mediaType: 'text/plain',
    origin: `${id}.txt`,
    collectedAt: new Date().toISOString(),
    collector: 'test',
    method: 'made by a test',
  };
  const words = await store.blobs.putText(whole);
  await store.perform({ op: 'document.add', input: { id, title, source, text: words, ...about } });
}
