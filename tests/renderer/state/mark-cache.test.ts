import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { CaseModel } from '../../../renderer/state/case-model.svelte.ts';
import { placeCache, quoteCache } from '../../../renderer/state/mark-cache.svelte.ts';
import { StubCase } from '../harness/stub-case.ts';

let open: StubCase;
let model: CaseModel;
let asked: [name: string, ids: string[]][];
let refusal: string | null;

beforeEach(async () => {
  open = new StubCase('Marks');
  await open.importFile('a.txt', new TextEncoder().encode('China met Pakistan.'), 'd1');
  open.perform('highlight.add', { id: 'h1', document: 'd1', start: 0, end: 5 });
  open.perform('highlight.add', { id: 'h2', document: 'd1', start: 10, end: 18 });
  model = new CaseModel(open.snapshot(undefined));
  asked = [];
  refusal = null;
  const call = async (name: string, { ids }: { ids: string[] }) => {
    asked.push([name, ids]);
    if (refusal) return JSON.stringify({ ok: false, error: { code: 'damaged', message: refusal } });
    const marks = ids.map((id) => open.highlight(id));
    const value =
      name === 'highlight.quotes' ? open.quotes(marks) : marks.map((one) => one?.document ?? null);
    return JSON.stringify({ ok: true, value });
  };
  vi.stubGlobal('window', { desktop: { call } });
});
afterEach(() => vi.unstubAllGlobals());

test('places are asked for once, without quotes', async () => {
  const places = placeCache(model);
  await places.want(['h1', 'h2', 'h1', 'gone']);
  await places.want(['h2']);
  expect(['h1', 'h2', 'gone'].map((id) => places.get(id))).toEqual(['d1', 'd1', undefined]);
  expect(asked).toEqual([['highlight.documents', ['h1', 'h2', 'gone']]]);
});

test('quotes follow the case until the cache is closed', async () => {
  const [quotes, places] = [quoteCache(model), placeCache(model)];
  await Promise.all([quotes.want(['h1', 'h2']), places.want(['h1', 'h2'])]);
  model.receive(open.perform('highlight.update', { id: 'h1', note: 'so' }));
  expect([quotes.get('h1')?.note, quotes.get('h1')?.quote]).toEqual(['so', 'China']);
  model.receive(open.perform('highlight.remove', { id: 'h2' }));
  expect([quotes.get('h2'), places.get('h2'), places.get('h1')]).toEqual([
    undefined,
    undefined,
    'd1',
  ]);
  quotes.close();
  model.receive(open.perform('highlight.update', { id: 'h1', note: 'other' }));
  expect(quotes.get('h1')?.note).toBe('so');
});

test('what was refused can be asked for again', async () => {
  const places = placeCache(model);
  refusal = 'The disk is gone.';
  await expect(places.want(['h1'])).rejects.toThrow(refusal);
  refusal = null;
  await places.want(['h1']);
  expect(places.get('h1')).toBe('d1');
});
