import { describe, expect, it } from 'vitest';
import { buildReport } from '#data/formats/report/build-report.ts';
import type { ReportOptions } from '#data/formats/report/report.ts';
import { renderHtml, renderPrint } from '#data/formats/report/render-html.ts';
import { renderMarkdown } from '#data/formats/report/render-markdown.ts';
import { seeded } from '../operations/seed.ts';
import { TestCase } from '../operations/test-case.ts';
import { factsOf } from './html-facts.ts';

const options: ReportOptions = {
  title: 'A title',
  now: '2026-03-04T10:42:07.000Z',
  generator: 'Wakhan test',
};

const report = (one: TestCase, more: Partial<ReportOptions> = {}) =>
  buildReport(one.state, { ...options, ...more });
const parts = (one: TestCase, more?: Partial<ReportOptions>) =>
  report(one, more).parts.map(({ id }) => id);
const markdown = (one: TestCase, more?: Partial<ReportOptions>) =>
  renderMarkdown(report(one, more));

describe('a report', () => {
  it('has all sections of the case, and ends with sources and method', () => {
    const all = [
      'network',
      'actors',
      'relations',
      'events',
      'claims',
      'remarks',
      'quotes',
      'sources',
      'method',
    ];
    expect(parts(seeded())).toEqual(all);
    expect(parts(seeded(), { summary: 'Words.' })).toEqual(['summary', ...all]);
  });

  it('has the chosen sections in the chosen order', () => {
    expect(parts(seeded(), { sections: ['claims', 'relations'] })).toEqual([
      'claims',
      'relations',
      'sources',
      'method',
    ]);
  });

  it('names every document with its SHA-256, quoted or not', () => {
    const one = seeded();
    const quoted = new Set([...report(one, { sections: ['claims'] }).sources.keys()]);
    const documents = [...one.state.all('document')];
    expect(documents.some(({ id }) => !quoted.has(id))).toBe(true);
    const printed = markdown(one, { sections: ['claims'] });
    for (const { source } of documents) expect(printed).toContain(source.sha256);
  });

  it('refuses a section it does not know', () => {
    expect(() => report(seeded(), { sections: ['gossip'] })).toThrow(
      expect.objectContaining({ code: 'invalid-input', details: { section: 'gossip' } }),
    );
  });

  it('numbers quotes in the order in which they are printed, and documents in that of import', () => {
    const { quotes, sources } = report(seeded());
    const numbers = [...quotes.values()].map((one) => [one.number, one.highlight, one.document]);
    expect(numbers).toEqual([
      [1, 'h1', 'd1'],
      [2, 'h2', 'd1'],
      [3, 'h3', 'd2'],
      [4, 'h4', 'd2'],
      [5, 'h5', 'd1'],
    ]);
    expect([...sources.values()].map(({ number, id }) => [number, id])).toEqual([
      [1, 'd1'],
      [2, 'd2'],
    ]);
    expect(quotes.get('h2')).toMatchObject({ start: 10, end: 14, quote: 'Beta' });
  });

  it('carries the strictest marking of the case and of its documents, quoted or only listed', () => {
    const one = seeded();
    expect(report(one).marking).toBeUndefined();
    expect(renderHtml(report(one))).not.toContain('TLP:');
    expect(renderMarkdown(report(one))).not.toContain('TLP:');
    one.do('document.update', { id: 'd2', marking: 'AMBER+STRICT' });
    one.do('case.update', { marking: 'GREEN' });
    expect(report(one).marking).toBe('AMBER+STRICT');
    expect(report(one, { sections: ['relations'] }).marking).toBe('AMBER+STRICT');
    const html = renderHtml(report(one));
    expect(html).toContain('<html lang="en" class="tlp-amber-strict">');
    expect(html.match(/role="note">TLP:AMBER\+STRICT</g)).toHaveLength(2);
    expect(
      markdown(one)
        .split('\n')
        .filter((line) => line === '**TLP:AMBER+STRICT**'),
    ).toHaveLength(2);
  });

  it('writes the way from an assertion to the original bytes', () => {
    const one = seeded();
    const source = one.state.get('document', 'd1')?.source.sha256 ?? '';
    const words = markdown(one, { sections: ['relations'], journal: { n: 12, hash: 'ab' } });
    expect(words).toContain('alpha → member of → beta \\[1, 2\\]');
    expect(words).toContain(
      '> \\[2\\] Alpha met **Beta** in Gamma today. 😀 Delta left Beta.\n>\n> S1 Title of d1, 10–14',
    );
    expect(words).toContain('### S1 Title of d1');
    expect(words).toContain(`- SHA-256: ${source}`);
    expect(words).toContain('Quotes: \\[1\\] 0–5, \\[2\\] 10–14');
    expect(words).toContain('- Case id: u1');
    expect(words).toContain('- Journal: record 12, SHA-256 ab');
  });

  it('prints the words around a quote and marks the quote among them', () => {
    const one = seeded();
    const html = renderHtml(report(one));
    expect(html).toContain('<p dir="auto">Alpha met <mark>Beta</mark> in Gamma today.');
    expect(report(one).quotes.get('h3')).toMatchObject({ before: '', after: '' });
  });

  it('falls back to the words kept with a quote when the text does not have it', () => {
    const one = seeded();
    for (const blob of one.texts.keys()) one.texts.set(blob, 'Another text.');
    expect(report(one).quotes.get('h2')).toMatchObject({
      before: '…Alpha met ',
      after: expect.stringMatching(/^ in Gamma today\..*…$/u) as string,
    });
  });

  it('keeps bold words bold in Markdown wherever they begin and end', () => {
    const one = seeded();
    one.do('highlight.add', { id: 'h6', document: 'd1', start: 6, end: 30 });
    one.do('highlight.add', { id: 'h7', document: 'd2', start: 20, end: 34 });
    one.do('relation.update', { id: 'r1', evidence: ['h6', 'h7'] });
    const words = markdown(one, { sections: ['relations'] });
    expect(words).toContain('> \\[1\\] Alpha **met Beta in Gamma today.\u2060**');
    expect(words).toContain('**lies.\u2060**\\\n> **Gamma a**grees.');
  });

  it('tells times, parts, status and attribution in words', () => {
    const one = seeded();
    one.do('relation.update', { id: 'r1', status: 'disputed', period: '2016-08/..' });
    one.do('claim.update', {
      id: 'c2',
      attribution: { name: 'A paper', via: { entity: 'delta' } },
      credibility: '6',
    });
    const words = markdown(one);
    expect(words).toContain('alpha → member of → beta, since August 2016 (disputed) \\[1, 2\\]');
    expect(words).toContain(
      '| **August 2016** | (meeting) | alpha (host); beta; in gamma | \\[1\\] |',
    );
    expect(words).toContain('- According to: A paper, on the word of delta');
    expect(words).toContain('- Credibility: 6 – truth cannot be judged');
    expect(words).toContain('- Contradicts: Alpha lies');
  });

  it('names the other claim from either side, once', () => {
    const one = seeded();
    one.do('claim.add', {
      id: 'c3',
      text: 'Nobody lies',
      evidence: ['h3'],
      links: [
        { kind: 'contradicts', claim: 'c1' },
        { kind: 'corroborates', claim: 'c2' },
        { kind: 'same-origin-as', claim: 'c1' },
      ],
    });
    one.do('claim.update', { id: 'c1', links: [{ kind: 'contradicts', claim: 'c2' }] });
    const chapter = markdown(one, { sections: ['claims'] }).split('\n');
    const links = chapter.filter((line) => /^- (Contra|Corro|Same)/.test(line));
    expect(links).toEqual([
      '- Contradicts: Alpha never lies',
      '- Contradicted by: Nobody lies',
      '- Same origin as: Nobody lies',
      '- Contradicts: Alpha lies',
      '- Corroborated by: Nobody lies',
      '- Contradicts: Alpha lies',
      '- Corroborates: Alpha never lies',
      '- Same origin as: Alpha lies',
    ]);
    const html = renderHtml(report(one));
    expect(html).toContain(
      '<bdi>Contradicted by</bdi></dt><dd><a href="#claim-c3"><bdi>Nobody lies</bdi></a></dd>',
    );
  });

  it('prints a quote in full once, and its number everywhere', () => {
    const html = renderHtml(report(seeded()));
    const { ids } = factsOf(html);
    expect(ids.filter((id) => /^q\d+$/.test(id))).toEqual(['q1', 'q2', 'q3', 'q4', 'q5']);
    expect(html.match(/href="#q1"/g)?.length).toBeGreaterThan(3);
  });

  it('prints tags by their path and the note of a highlight with its quote, wherever that is', () => {
    const one = seeded();
    const note = 'Weigh *this*.\nWho says it?\n\nSecond thought.';
    one.do('highlight.update', { id: 'h3', tags: ['deep-doubt', 'quote'], note });
    one.do('highlight.update', { id: 'h5', note: 'An alias.' });
    const words = markdown(one);
    expect(words).toContain(
      '0–26\n>\n> Tags: Doubts › Deep doubts; Key quote\n>\n' +
        '> Note: Weigh \\*this\\*.\\\n> Who says it?\n>\n> Second thought.\n',
    );
    expect(words).toContain('34–39\n>\n> Note: An alias.\n');
    const html = renderHtml(report(one));
    expect(html).toContain(
      '<dt>Tags</dt><dd><bdi>Doubts › Deep doubts</bdi>; <bdi>Key quote</bdi></dd>',
    );
    expect(html).toContain(
      '<dt>Note</dt><dd><p class="prose" dir="auto">Weigh *this*.\nWho says it?</p>\n' +
        '<p class="prose" dir="auto">Second thought.</p></dd>',
    );
    expect(html.match(/<dt>Note<\/dt>/g)).toHaveLength(3);
  });

  it('prints notes and tags of highlights on which nothing stands', () => {
    const one = seeded();
    one.do('highlight.add', { id: 'h9', document: 'd2', start: 0, end: 5, tags: ['deep-doubt'] });
    const words = markdown(one, { sections: ['remarks'] });
    expect(words).toContain('> Note: idle');
    expect(words).toContain('### Doubts › Deep doubts');
    const [, own = ''] = words.split('### Doubts › Deep doubts');
    expect(own).toContain(one.state.get('highlight', 'h9')?.quote.trim() ?? '–');
  });

  it('has a foot for every page of a PDF, in which words of the case stay words', () => {
    const title = '<b class="pageNumber">x</b> & "四国"';
    const made = report(seeded(), { title });
    const { html, footer } = renderPrint(made);
    const { text, attributes } = factsOf(footer);
    expect(text).toContain(`${title}Page  of `);
    const classes = attributes.filter(({ name }) => name === 'class').map(({ value }) => value);
    expect(classes).toEqual(['foot', 'name', 'pageNumber', 'totalPages']);
    // Electron numbers the pages; a browser does it for the HTML.
    expect(html).not.toContain('counter(page)');
    expect(renderHtml(made)).toContain('counter(page)');
  });

  it('says that a quote is missing instead of leaving it out', () => {
    const one = seeded();
    const mark = one.state.get('highlight', 'h2');
    if (!mark) throw new Error('h2 is there');
    one.state.highlights.apply(mark, null);
    expect(markdown(one)).toContain('alpha → member of → beta \\[1, missing\\]');
  });

  it('keeps paragraphs and lines of the summary', () => {
    const words = markdown(seeded(), { summary: ' One.\nTwo.\n\n \n- Three\r\n\r\n' });
    expect(words).toContain('## Summary\n\nOne.\\\nTwo.\n\n\\- Three\n\n## Network');
  });

  it('takes the summary of the case when the report has none of its own', () => {
    const one = seeded();
    one.do('case.update', { summary: 'Of the case.' });
    expect(markdown(one)).toContain('## Summary\n\nOf the case.\n');
    expect(markdown(one, { summary: 'Of the report.' })).not.toContain('Of the case.');
  });

  it('isolates right-to-left names, and gives free text its own direction', () => {
    const one = seeded();
    one.do('entity.update', { id: 'alpha', name: 'فانگ فنگهویی' });
    expect(markdown(one)).toContain('\u2068فانگ فنگهویی\u2069 → member of → beta');
    const html = renderHtml(report(one, { summary: 'سلام' }));
    expect(html).toContain('<a href="#actor-alpha"><bdi>فانگ فنگهویی</bdi></a>');
    expect(html).toContain('<p class="prose" dir="auto">سلام</p>');
  });

  it('counts one thing as one, everywhere', () => {
    const one = seeded();
    expect(markdown(one)).toContain('alpha (Person) named once');
    expect(markdown(one, { sections: [] })).toContain('2 documents of the case, not quoted here:');
    expect(markdown(one, { sections: ['claims'] })).toContain('1 further document of the case');
    expect(markdown(one)).toContain('2 documents · 5 highlights · 4 actors · 1 relation · 1 event');
  });

  it('is made of an empty case too', () => {
    const one = new TestCase();
    one.do('case.create', {
      uid: 'u2',
      title: 'Empty',
      codebook: {
        id: 'c',
        name: 'C',
        entityTypes: [{ id: 'p', name: 'P', shape: 's', colour: '#000000' }],
        relationTypes: [],
        tags: [],
      },
    });
    expect(parts(one)).toEqual(['method']);
    expect(renderHtml(report(one))).toContain('<dd>0</dd>');
  });
});
