import { expect, test } from 'vitest';
import { buildReport } from '#data/formats/report/build-report.ts';
import { renderHtml } from '#data/formats/report/render-html.ts';
import { renderMarkdown } from '#data/formats/report/render-markdown.ts';
import { seeded } from '../operations/seed.ts';

const NOW = '2026-03-04T10:42:07.000Z';

test('a translation stands beside its quote, with its language and its translator', () => {
  const one = seeded();
  const translation = { text: 'آلفا <در> بتا', language: 'fa', by: 'M. Karimi' };
  one.do('highlight.update', { id: 'h1', translation });
  const report = buildReport(one.state, { title: 'T', now: NOW, generator: 'test' });
  const html = renderHtml(report);
  expect(html).toMatch(
    /<p class="translation" dir="auto" lang="fa">آلفا &#60;در&#62; بتا <span class="offsets">Translation by M\. Karimi, Persian, /,
  );
  expect(renderMarkdown(report)).toMatch(
    /آلفا .*بتا[\s\S]*Translation by M\\?\. Karimi, Persian, /,
  );

  one.do('highlight.update', { id: 'h1', translation: { ...translation, machine: true } });
  const again = buildReport(one.state, { title: 'T', now: NOW, generator: 'test' });
  expect(renderMarkdown(again)).toMatch(/Translated by the program M\\?\. Karimi/);
});

test('a source says that it is a translation of another', () => {
  const one = seeded();
  one.do('documentLink.add', { type: 'translation-of', from: 'd2', to: 'd1' });
  const printed = renderMarkdown(
    buildReport(one.state, { title: 'T', now: NOW, generator: 'test' }),
  );
  expect(printed).toMatch(/Goes back to.*translation of “Title of d1”/);
});
