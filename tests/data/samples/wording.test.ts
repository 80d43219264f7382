import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { wakhanSample, wakhanSources } from '#data/samples/wakhan/index.ts';

const corpus = resolve(process.env['WAKHAN_CORPUS'] ?? '../shared/corpus');
const RUN = 8;
const words = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
const runs = (text: string) => {
  const all = words(text);
  return all.slice(RUN - 1).map((_, index) => all.slice(index, index + RUN).join(' '));
};

describe('own wording', () => {
  it.skipIf(!existsSync(corpus))(
    `shares no ${RUN} words in a row with the reference corpus (skipped without it; WAKHAN_CORPUS)`,
    () => {
      const files = readdirSync(corpus).filter((name) => name.endsWith('.txt'));
      expect(files.length).toBeGreaterThan(0);
      const theirs = new Set(
        files.flatMap((name) => runs(readFileSync(join(corpus, name), 'utf8'))),
      );
      const { actors, claims, events, relations } = wakhanSources;
      const ours = [
        ...wakhanSample().documents.map(({ text }) => text),
        ...[actors, claims, events, relations].map(({ text }) => text),
        wakhanSources.summary,
      ];
      expect(ours.flatMap(runs).filter((run) => theirs.has(run))).toEqual([]);
    },
  );
});
