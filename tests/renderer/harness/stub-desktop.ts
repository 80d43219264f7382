import type { QueueResult } from '#data/api/import.ts';
import type { CallInput, CallName, DesktopBridge, Reply } from '#data/api/api.ts';
import type { CaseChange } from '#data/api/case-snapshot.ts';
import type { EventName, Events } from '#data/api/events.ts';
import type { Settings } from '#data/api/app.ts';
import { asAppError } from '#data/errors.ts';
import { placesIn } from '#data/queries/occurrence-places.ts';
import { finderOf } from '#data/queries/occurrences.ts';
import { passageAround } from '#data/queries/passage.ts';
import { REACH, textPart } from '#data/queries/text-part.ts';
import { wakhanSample } from '#data/samples/wakhan/index.ts';
import { packBlocks } from '#data/text/packed-blocks.ts';
import { StubCase } from './stub-case.ts';

type Listener = (payload: never) => void;
type Handler = (input: never) => unknown;

const encoder = new TextEncoder();

/** A stand-in for the desktop: answers every call of the window from memory. */
export class StubDesktop implements DesktopBridge<File> {
  readonly #listeners = new Map<EventName, Set<Listener>>();
  #case: StubCase | null = null;
  #view: unknown;
  #jobs = 0;
  #settings: Settings = {
    theme: 'system',
    readerSize: 18,
    author: 'Analyst',
    reducedMotion: false,
  };

  readonly #handlers: Partial<Record<CallName, Handler>> = {
    'app.info': () => ({
      version: '0.1.0',
      electron: '33.2.1',
      platform: 'linux',
      locale: 'en-GB',
      fallbackRuntime: true,
    }),
    'settings.get': () => this.#settings,
    'settings.set': (change: Partial<Settings>) =>
      (this.#settings = { ...this.#settings, ...change }),
    'case.recent': () => [recent('sample', 'Formats around the Wakhan corridor', true)],
    'case.create': ({ title }: { title: string }) => ({
      snapshot: this.#open(new StubCase(title)),
    }),
    'case.choose': () => null,
    'case.open': () => sampleCase().then((sample) => this.#open(sample)),
    'case.current': () => this.#case?.snapshot(this.#view) ?? null,
    'case.close': () => (this.#case = null),
    'case.perform': ({ op, input }: { op: string; input: unknown }) => {
      const change = this.#need().perform(op, input);
      this.#tell(change);
      return { n: change.n, id: change.put[0]?.record.id ?? '', at: change.at };
    },
    'case.history': () => this.#need().history(),
    'case.saveDrafts': () => null,
    'case.saveView': ({ view }: { view: unknown }) => {
      this.#view = view;
      return null;
    },
    'document.read': ({ id }: { id: string }) => this.#need().read(id),
    'document.open': ({ id, offset = 0 }: { id: string; offset?: number }) => {
      const { document, text, highlights } = this.#need().read(id);
      const part = textPart(text, highlights, offset - REACH, offset + REACH);
      return { document, blocks: packBlocks(text.blocks), part };
    },
    'document.part': ({ id, start, end }: { id: string; start: number; end: number }) => {
      const { text, highlights } = this.#need().read(id);
      return textPart(text, highlights, start, end);
    },
    'document.occurrences': ({
      phrases,
      rules,
      assignment,
      document,
    }: CallInput<'document.occurrences'>) => {
      const finder = finderOf(phrases, rules);
      const ids = document === undefined ? this.#need().documents() : [document];
      const places = ids.flatMap((id) => {
        const { text, highlights } = this.#need().read(id);
        const words = { text: text.text, folded: [] };
        return placesIn(id, words, () => highlights, { finder, assignment }, 5000);
      });
      return { places, read: ids.length, more: false };
    },
    'highlight.passages': ({ ids }: { ids: string[] }) =>
      ids.map((id) => {
        const mark = this.#need().highlight(id);
        return mark ? passageAround(this.#need().read(mark.document).text.text, mark) : null;
      }),
    'highlight.said': () => [],
    'highlight.quotes': ({ ids }: { ids: string[] }) =>
      this.#need().quotes(ids.map((id) => this.#need().highlight(id))),
    'highlight.documents': ({ ids }: { ids: string[] }) =>
      ids.map((id) => this.#need().highlight(id)?.document ?? null),
    'highlight.with': ({ entity, tag = '' }: { entity?: string; tag?: string }) =>
      this.#need().quotes(this.#need().with(entity === undefined ? { tag } : { entity })),
    'import.choose': () => null,
    'import.watched': () => null,
    'job.cancel': () => null,
    'clipboard.write': () => null,
  };

  async call(name: CallName, input: unknown) {
    return JSON.stringify(await this.#answer(name, input));
  }

  async #answer(name: CallName, input: unknown): Promise<Reply<unknown>> {
    try {
      const handler = this.#handlers[name];
      if (!handler) throw new Error(`the stub does not answer ${name}`);
      return { ok: true, value: await handler(input as never) };
    } catch (thrown) {
      return { ok: false, error: asAppError(thrown).toJSON() };
    }
  }

  on(event: EventName, listener: Listener): () => void {
    const listeners = this.#listeners.get(event) ?? new Set();
    this.#listeners.set(event, listeners.add(listener));
    return () => listeners.delete(listener);
  }

  async importDropped(files: File[]) {
    const id = `job${++this.#jobs}`;
    const label = `Importing ${files.length} files`;
    const base = { id, kind: 'import' as const, label, total: files.length };
    for (const [done, file] of files.entries()) {
      const key = `${id} ${done}`;
      const { name, size } = file;
      const result = await this.#import(key, file);
      this.emit('import', {
        session: 'stub',
        job: id,
        files: [{ key, name, size, state: 'over' }],
        results: [result],
      });
      this.emit('job', { ...base, done: done + 1, state: 'running' });
    }
    this.emit('job', { ...base, done: files.length, state: 'finished' });
    return { ok: true as const, value: id };
  }

  async #import(key: string, file: File): Promise<QueueResult> {
    try {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const change = await this.#need().importFile(file.name, bytes);
      this.#tell(change);
      const record = change.put[0]?.record;
      const title = record && 'title' in record ? (record.title ?? '') : '';
      return { key, file: file.name, result: 'imported', id: record?.id ?? '', title };
    } catch (thrown) {
      return { key, file: file.name, result: 'failed', error: asAppError(thrown).toJSON() };
    }
  }

  /** Every change of a stub is one event. */
  #tell(change: CaseChange): void {
    this.emit('change', { ...change, session: 'stub', event: change.n });
  }

  emit<E extends EventName>(event: E, payload: Events[E]): void {
    for (const listener of this.#listeners.get(event) ?? []) {
      listener(structuredClone(payload) as never);
    }
  }

  #open(opened: StubCase) {
    this.#case = opened;
    return opened.snapshot(this.#view);
  }

  #need(): StubCase {
    if (!this.#case) throw new Error('no case is open');
    return this.#case;
  }
}

function recent(key: string, title: string, sample: boolean) {
  const openedAt = new Date().toISOString();
  return { key, title, openedAt, folder: `${key}.case`, available: true, sample };
}

async function sampleCase(): Promise<StubCase> {
  const sample = wakhanSample();
  const one = new StubCase(sample.title);
  for (const {
    id,
    origin,
    text,
    title,
    publisher,
    author,
    published,
    language,
  } of sample.documents) {
    await one.importFile(origin, encoder.encode(text), id);
    const known = { title, publisher, author, published, language };
    one.perform('document.update', { id, ...JSON.parse(JSON.stringify(known)) });
  }
  one.perform('batch', { operations: sample.operations });
  return one;
}
