import { describe, expect, it } from 'vitest';
import { buildReport } from '#data/formats/report/build-report.ts';
import { renderHtml } from '#data/formats/report/render-html.ts';
import { wakhanSample } from '#data/samples/wakhan/index.ts';
import { buildCase } from '../samples/build-sample.ts';
import { factsOf } from './html-facts.ts';

const view = buildCase(wakhanSample());
const report = buildReport(view, {
  title: 'Groups of four',
  now: '2026-03-04T10:42:07.000Z',
  generator: 'test',
});
const html = renderHtml(report);
const { ids, attributes, text } = factsOf(html);
const hrefs = attributes.flatMap(({ name, value }) => (name === 'href' ? [value.slice(1)] : []));

describe('the report of the sample case', () => {
  it('lists every relation, event, claim and source', () => {
    const has = (prefix: string) => ids.filter((id) => id.startsWith(prefix)).length;
    const size = (kind: 'relation' | 'claim') => [...view.all(kind)].length;
    expect(has('relation-')).toBe(size('relation'));
    expect(has('claim-')).toBe(size('claim'));
    expect(has('source-')).toBe(report.sources.size);
    for (const { title } of view.all('event')) if (title) expect(text).toContain(title);
    for (const { name } of view.all('entity')) expect(text).toContain(name);
  });

  it('carries every relation, event and claim with quotes that are printed', () => {
    for (const kind of ['relation', 'event', 'claim'] as const) {
      for (const { evidence } of view.all(kind)) {
        const numbers = evidence.map((id) => report.quotes.get(id)?.number);
        expect(numbers.length).toBeGreaterThan(0);
        for (const number of numbers) expect(ids).toContain(`q${number}`);
      }
    }
  });

  it('leads from every number to a quote, and from every source back to its quotes', () => {
    expect(hrefs.filter((href) => !ids.includes(href))).toEqual([]);
    for (const { number, document, quote, start, end } of report.quotes.values()) {
      expect(hrefs).toContain(`q${number}`);
      expect(view.text(document).text.slice(start, end)).toBe(quote);
    }
  });

  it('draws the network with its names as text', () => {
    const figure = report.parts
      .find(({ id }) => id === 'network')
      ?.blocks.find((block) => block.kind === 'figure');
    if (figure?.kind !== 'figure') throw new Error('the network is a figure');
    for (const word of ['China', 'Pakistan', 'Taliban', 'member of', 'asserted', 'state']) {
      expect(figure.svg).toContain(`>${word}</t`);
    }
    expect(figure.svg).not.toMatch(/NaN|undefined|Infinity| style=| on\w+=|<script|<image|<use/);
  });

  it('stays small enough to send', () => {
    expect(html.length).toBeLessThan(1_000_000);
  });
});
