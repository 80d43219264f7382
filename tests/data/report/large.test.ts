import { expect, it } from 'vitest';
import { buildReport } from '#data/formats/report/build-report.ts';
import { renderHtml } from '#data/formats/report/render-html.ts';
import { renderMarkdown } from '#data/formats/report/render-markdown.ts';
import { TestCase } from '../operations/test-case.ts';
import { codebook } from '../operations/seed.ts';

const QUOTES = 10_000;
const ACTORS = 300;

/** A ring of actors, each relation on quotes of its own. */
function large(): TestCase {
  const one = new TestCase();
  one.do('case.create', { uid: 'u1', title: 'Large', codebook });
  one.addText('d1', 'word '.repeat(QUOTES));
  const operations = [];
  for (let n = 0; n < ACTORS; n++) {
    operations.push({
      op: 'entity.add',
      input: { id: `e${n}`, type: 'state', name: `Actor ${n}` },
    });
  }
  for (let n = 0; n < QUOTES; n++) {
    const input = { id: `h${n}`, document: 'd1', start: n * 5, end: n * 5 + 4 };
    operations.push({ op: 'highlight.add', input });
  }
  for (let n = 0; n < QUOTES / 10; n++) {
    const evidence = Array.from({ length: 10 }, (_, index) => `h${n * 10 + index}`);
    const [from, to] = [`e${n % ACTORS}`, `e${(n + 1 + Math.floor(n / ACTORS)) % ACTORS}`];
    operations.push({ op: 'relation.add', input: { type: 'member', from, to, evidence } });
  }
  one.do('batch', { operations });
  return one;
}

it('prints ten thousand quotes, each once and each with its number', () => {
  const report = buildReport(large().state, {
    title: 'Large',
    now: '2026-03-04T10:42:07.000Z',
    generator: 'test',
  });
  expect(report.quotes.size).toBe(QUOTES);
  const html = renderHtml(report);
  expect(html.match(/<blockquote id="q/g)).toHaveLength(QUOTES);
  expect(html).toContain('<blockquote id="q10000">');
  const markdown = renderMarkdown(report);
  expect(markdown.match(/^> \\\[\d+\\\] .*\*\*word\*\*/gm)).toHaveLength(QUOTES);
});

it('draws no more actors than a page can hold, and says how many are left out', () => {
  const { parts } = buildReport(large().state, {
    title: 'Large',
    now: '2026-03-04T10:42:07.000Z',
    generator: 'test',
    sections: ['network'],
  });
  const figure = parts[0]?.blocks[0];
  if (figure?.kind !== 'figure') throw new Error('the network is a figure');
  const drawn = figure.svg.match(/<g>/g)?.length ?? 0;
  expect(drawn).toBeLessThanOrEqual(90);
  const caption = figure.caption.map((inline) => ('text' in inline ? inline.text : '')).join('');
  expect(caption).toContain(`${drawn} actors`);
  expect(caption).toContain(`Not drawn: ${ACTORS - drawn} less connected actors and `);
});
