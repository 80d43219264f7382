import { createHash } from 'node:crypto';
import codebook from '#data/codebooks/security-alliances.json' with { type: 'json' };
import { perform } from '#data/operations/engine.ts';
import type { CompiledSample, SampleDocument } from '#data/samples/sample.ts';
import { CaseState } from '#data/state/case-state.ts';
import { MemoryHighlights } from '#data/state/memory-highlights.ts';
import { plainBlocks } from '#data/text/plain-blocks.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** The sample as a case in memory, made by the engine's own operations, each fully checked. */
export function buildCase(sample: CompiledSample): CaseState {
  const texts = new Map(sample.documents.map(({ id, text }) => [id, text]));
  const state = new CaseState(new MemoryHighlights(), ({ id }) => {
    const text = texts.get(id) ?? '';
    return { text, blocks: plainBlocks(text) };
  });
  let ids = 0;
  const ports = {
    now: () => '2026-01-01T00:00:00.000Z',
    author: 'Ada',
    newId: () => `made-${(ids += 1)}`,
    changesOf: () => [],
  };
  const run = (op: string, input: unknown) =>
    state.apply(perform(state, { op, input }, ports).changes);
  run('case.create', { uid: 'sample', title: sample.title, codebook });
  run('case.update', { summary: sample.summary });
  for (const document of sample.documents) run('document.add', addition(document));
  for (const { op, input } of sample.operations) run(op, input);
  return state;
}

function addition({ text, origin, ...known }: SampleDocument) {
  const size = Buffer.byteLength(text);
  return {
    ...known,
    source: {
      sha256: sha256(text),
      size,
      mediaType: 'text/plain',
      origin,
      collectedAt: '2026-01-01T00:00:00.000Z',
      collector: 'test',
      method: 'bundled sample',
    },
    text: { blob: sha256(JSON.stringify(text)), sha256: sha256(text), length: text.length },
  };
}
