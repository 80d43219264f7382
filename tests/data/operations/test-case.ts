import { createHash } from 'node:crypto';
import type { RegionRange } from '#data/model/region.ts';
import { perform } from '#data/operations/engine.ts';
import type { Change } from '#data/model/records.ts';
import { residentKinds } from '#data/model/records.ts';
import type { Ports } from '#data/ports.ts';
import { CaseState } from '#data/state/case-state.ts';
import type { HistoryStep } from '#data/state/history.ts';
import { MemoryHighlights } from '#data/state/memory-highlights.ts';
import { plainBlocks } from '#data/text/plain-blocks.ts';

/** One journalled operation of a {@link TestCase}. */
export interface Entry extends HistoryStep {
  op: string;
  input: unknown;
  id: string;
  changes: Change[];
}

/** A case in memory with a journal, a clock that ticks once a call and ids that count. */
export class TestCase implements Ports {
  readonly author = 'Ada';
  readonly journal: Entry[] = [];
  readonly texts = new Map<string, string>();
  readonly state = new CaseState(new MemoryHighlights(), ({ text }) => {
    const words = this.texts.get(text.blob) ?? '';
    return { text: words, blocks: plainBlocks(words) };
  });
  #ticks = 0;
  #ids = 0;

  now(): string {
    return new Date(Date.UTC(2026, 0, 1) + this.#ticks++ * 1000).toISOString();
  }

  newId(): string {
    return `new-${++this.#ids}`;
  }

  changesOf(n: number): readonly Change[] {
    return this.journal[n - 1]?.changes ?? [];
  }

  /** Performs and applies an operation; answers the id of its record. */
  do(op: string, input: unknown): string {
    const outcome = perform(this.state, { op, input }, this);
    const n = this.journal.length + 1;
    this.journal.push({ n, ...outcome });
    this.state.apply(outcome.changes);
    this.state.history.record({ n, ...outcome });
    return outcome.id;
  }

  /** Puts a text under a hash of its own and makes a document of it. */
  addText(
    id: string,
    text: string,
    regions: readonly RegionRange[] = [],
    more: Readonly<Record<string, unknown>> = {},
  ): string {
    const blob = createHash('sha256').update(`${id} ${text}`).digest('hex');
    this.texts.set(blob, text);
    return this.do('document.add', {
      id,
      title: `Title of ${id}`,
      source: {
        sha256: blob,
        size: text.length,
        mediaType: 'text/plain',
        origin: `${id}.txt`,
        collectedAt: this.now(),
        collector: 'tester',
        method: 'file import',
      },
      text: { blob, sha256: blob, length: text.length },
      regions: [...regions],
      ...more,
    });
  }

  /** Every record and the history, as bytes that do not hang on the order of tables. */
  bytes(): string {
    return JSON.stringify({
      records: recordsOf(this.state),
      history: this.state.history.snapshot(),
    });
  }
}

/** All records of a state, sorted by kind and id. */
export function recordsOf(state: CaseState): Record<string, unknown> {
  const byId = (one: { id: string }, other: { id: string }) => (one.id < other.id ? -1 : 1);
  const tables = residentKinds.map((kind) => [kind, [...state.all(kind)].sort(byId)] as const);
  const marks = [...state.all('document')].flatMap(({ id }) => [...state.highlightsOf(id)]);
  return { ...Object.fromEntries(tables), highlight: marks.sort(byId) };
}
