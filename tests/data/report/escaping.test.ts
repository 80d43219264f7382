import fc from 'fast-check';
import { expect, it } from 'vitest';
import { buildReport } from '#data/formats/report/build-report.ts';
import { renderHtml } from '#data/formats/report/render-html.ts';
import { renderMarkdown } from '#data/formats/report/render-markdown.ts';
import { caseOf, type Words } from './hostile-case.ts';
import { hostile, hostileLine } from './hostile.ts';
import { factsOf } from './html-facts.ts';

/** Every element a report may have. Anything else came out of the case. */
const ours = new Set(
  (
    'html head meta title style body div table thead tbody tfoot tr td th main header nav section ' +
    'p h1 h2 h3 dl dt dd ol ul li a bdi span strong code mark blockquote footer figure figcaption ' +
    'svg g path polygon rect circle text tspan'
  ).split(' '),
);

const words: fc.Arbitrary<Words> = fc.record({ line: hostileLine(), prose: hostile() });

function reportOf(given: Words) {
  const title = given.line.slice(0, 500);
  return buildReport(caseOf(given), {
    title,
    summary: given.prose,
    now: '2026-03-04T10:42:07.000Z',
    generator: title,
    journal: { n: 12, hash: 'ab'.repeat(32) },
  });
}

it('keeps hostile words words: HTML has only our elements, no handler and no address', () => {
  fc.assert(
    fc.property(words, (given) => {
      const html = renderHtml(reportOf(given));
      const { tags, attributes, ids } = factsOf(html);
      expect([...tags].filter((tag) => !ours.has(tag))).toEqual([]);
      for (const { tag, name, value } of attributes) {
        expect(name).not.toMatch(/^on|^style$|^src|^action$|^data$|^srcset$|^xlink/);
        if (name === 'href') expect(value).toMatch(/^#[\w.-]+$/);
        if (name === 'xmlns') expect(tag).toBe('svg');
        if (name === 'http-equiv') expect(value).toBe('Content-Security-Policy');
      }
      expect(new Set(ids).size).toBe(ids.length);
      expect(html).not.toMatch(/<script|javascript:alert\(1\)>|[\u202A-\u202E\u2066-\u2069]/i);
    }),
    { numRuns: 100 },
  );
});

it('links only to places that are there', () => {
  fc.assert(
    fc.property(words, (given) => {
      const { attributes, ids } = factsOf(renderHtml(reportOf(given)));
      const targets = attributes.flatMap(({ name, value }) =>
        name === 'href' ? [value.slice(1)] : [],
      );
      expect(targets.length).toBeGreaterThan(10);
      expect(targets.filter((target) => !ids.includes(target))).toEqual([]);
    }),
    { numRuns: 50 },
  );
});

it('keeps hostile words words: Markdown has no live character of them', () => {
  fc.assert(
    fc.property(words, (given) => {
      const markdown = renderMarkdown(reportOf(given));
      for (const line of markdown.split('\n')) {
        const bare = line.replace(/\\[!-/:-@[-`{-~]/g, '');
        expect(bare).not.toMatch(/[<`_~$&[\]{}@^]/);
        expect(bare).not.toMatch(/:\/\/|www\./i);
      }
    }),
    { numRuns: 100 },
  );
});

it('gives the same report for the same case, to the letter', () => {
  fc.assert(
    fc.property(words, (given) => {
      for (const render of [renderHtml, renderMarkdown]) {
        expect(render(reportOf(given))).toBe(render(reportOf(given)));
      }
    }),
    { numRuns: 20 },
  );
});
