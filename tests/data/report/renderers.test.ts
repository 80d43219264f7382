import { expect, test } from 'vitest';
import { buildReport } from '#data/formats/report/build-report.ts';
import {
  formatNamed,
  rendererOf,
  reportFormats,
  reportRenderers,
} from '#data/formats/report/renderers/registry.ts';
import { seeded } from '../operations/seed.ts';

const report = buildReport(seeded().state, {
  title: 'Talks',
  now: '2026-03-04T10:42:07.000Z',
  generator: 'test',
});

test.each(reportRenderers.map(({ id }) => id))('%s has words, an ending and a way', async (id) => {
  const { label, kind, mediaType, extension, load } = rendererOf(id);
  expect([label, kind, extension].every((words) => words.length > 1)).toBe(true);
  expect(mediaType).toMatch(/^[a-z]+\/[a-z.+-]+$/);
  const render = await load();
  expect(JSON.stringify(render(report))).toContain('Talks');
  expect(render(report)).toEqual(render(report));
});

test('every format has an id of its own', () => {
  expect(new Set(reportFormats).size).toBe(reportRenderers.length);
});

test.each([
  ['PDF', 'pdf'],
  ['html', 'html'],
  ['md', 'md'],
  ['docx', undefined],
  ['', undefined],
])('the word “%s” means %s', (word, format) => {
  expect(formatNamed(word)).toBe(format);
});
