import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { CaseSnapshot } from '#data/api/case-snapshot.ts';
import type { DocumentLink } from '#data/model/document-link.ts';
import { residentKinds } from '#data/model/records.ts';
import type { ShownParagraph } from '#data/text/shown-paragraphs.ts';
import { Beside } from '../../../renderer/compare/beside.svelte.ts';
import { CaseModel } from '../../../renderer/state/case-model.svelte.ts';
import { Notices } from '../../../renderer/state/notices.svelte.ts';
import { Selection } from '../../../renderer/state/selection.svelte.ts';
import { rowsOf, type BothTexts } from '../../../renderer/translations/aligned.ts';
import { Translations } from '../../../renderer/translations/translations.svelte.ts';

const call = vi.fn();
const instant = '2026-01-01T00:00:00.000Z';
const link: DocumentLink = {
  ...{ id: 'l', rev: 1, createdAt: instant, updatedAt: instant, by: 'A' },
  ...{ type: 'translation-of', from: 'translation', to: 'original', state: 'confirmed' },
};

function text(document: string, ...words: string[]): BothTexts['left'] {
  let start = 0;
  const paragraphs = words.map(({ length }): ShownParagraph => {
    const own = { start, end: start + length, kind: 'paragraph' as const };
    start = own.end + 2;
    return own;
  });
  return { document, text: words.join('\n\n'), paragraphs };
}
const texts: BothTexts = {
  left: text('original', 'Eins 1001.', 'Zwei 1002.', 'Drei 1003.'),
  right: text('translation', 'One 1001.', 'Two 1002.', 'Three 1003.'),
};

beforeEach(() => {
  call.mockReset();
  call.mockResolvedValue(JSON.stringify({ ok: true, value: { n: 1, id: 'l', at: instant } }));
  vi.stubGlobal('window', { desktop: { call } });
});
afterEach(() => vi.unstubAllGlobals());

async function open(
  one: DocumentLink = link,
  quote?: { document: string; start: number; end: number },
) {
  const records = Object.fromEntries(residentKinds.map((kind) => [kind, [] as object[]]));
  records['documentLink'] = [one];
  const model = new CaseModel({
    session: 's',
    event: 0,
    records: records as unknown as CaseSnapshot['records'],
    highlightCounts: {},
    mentionCounts: {},
    tagCounts: {},
    history: {},
    store: { mode: 'writable', n: 1, recovery: [], encrypted: false },
  });
  const notices = new Notices();
  const translations = new Translations(model, notices, new Selection());
  return new Beside(
    { translations, notices },
    one,
    { texts, rows: await rowsOf(texts, one) },
    quote,
  );
}

/** What the desktop was asked to do last. */
const asked = () => JSON.stringify(call.mock.calls.at(-1));

test('opens at the quote, and knows what stands beside it', async () => {
  const beside = await open(link, { document: 'translation', start: 15, end: 18 });
  expect(beside.cursor).toEqual({ side: 'right', at: 1 });
  expect(beside.isBesideQuote({ side: 'left', at: 1 })).toBe(true);
  expect(beside.isBesideQuote({ side: 'left', at: 0 })).toBe(false);
  expect(beside.isBesideQuote({ side: 'right', at: 1 })).toBe(false);
});

test('the cursor goes up, down and across, and stays within the texts', async () => {
  const beside = await open();
  beside.step(1);
  beside.cross('right');
  expect(beside.cursor).toEqual({ side: 'right', at: 1 });
  beside.step(Infinity);
  expect(beside.cursor.at).toBe(2);
  beside.step(-Infinity);
  expect(beside.cursor.at).toBe(0);
});

test('two chosen paragraphs are kept as a pair of the link, in the order of the translation', async () => {
  const beside = await open();
  await beside.put();
  expect(call).not.toHaveBeenCalled();
  beside.choose({ side: 'left', at: 0 });
  beside.choose({ side: 'right', at: 1 });
  expect(beside.canPut).toBe(true);
  await beside.put();
  expect(asked()).toContain('"pairs":[{"from":11,"to":0}]');
  expect(beside.chosen).toEqual({});
  expect(beside.cursor).toEqual({ side: 'left', at: 0 });
});

test('a paragraph that is chosen twice is let go', async () => {
  const beside = await open();
  beside.choose({ side: 'left', at: 2 });
  beside.choose({ side: 'left', at: 2 });
  expect(beside.chosen).toEqual({});
});

test('a pair is taken away, and the link has none then', async () => {
  const beside = await open({ ...link, pairs: [{ from: 11, to: 0 }] });
  expect(beside.byHand).toMatchObject({ left: { start: 0, end: 1 }, right: { start: 1, end: 2 } });
  await beside.takeApart();
  expect(asked()).toContain('"pairs":null');
  beside.step(2);
  expect(beside.byHand).toBeUndefined();
});
