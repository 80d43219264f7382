import { describe, expect, test } from 'vitest';
import { convert, metaOf } from './convert.ts';

const about = async (head: string, body = '<p>Words of the page.') =>
  metaOf(await convert('a.html', `<!doctype html><html><head>${head}</head><body>${body}`));

const jsonLd = (data: unknown) =>
  `<script type="application/ld+json">${JSON.stringify(data)}</script>`;

describe('what a page says about itself', () => {
  test('in JSON-LD', async () => {
    const article = {
      '@type': 'NewsArticle',
      headline: 'Talks',
      author: [{ '@type': 'Person', name: 'A. Writer' }, { '@id': '#b' }],
      publisher: { '@type': 'Organization', name: 'The Paper' },
      datePublished: '2016-08-04T23:30:00-05:00',
      inLanguage: 'en-GB',
      dateline: 'OSH',
    };
    const graph = { '@graph': [{ '@id': '#b', '@type': 'Person', name: 'B. Writer' }, article] };
    expect(await about(jsonLd(graph))).toMatchObject({
      author: 'A. Writer, B. Writer',
      publisher: 'The Paper',
      published: '2016-08-04',
      language: 'en-GB',
      place: 'OSH',
    });
  });

  test('but not who wrote when a program says so, nor a language that its words are not in', async () => {
    const russian = 'Мост закрыли в понедельник, и никто не считал машины на дороге.'.repeat(2);
    const wrong = '<meta name=author content=admin><html lang=en-US>';
    expect(await about(wrong, `<p>${russian}`)).toEqual({ language: 'ru' });
    const english = 'The bridge was shut on Monday, and nobody has counted the lorries. '.repeat(2);
    expect(await about('<html lang=en-GB>', `<p>${english}`)).toEqual({ language: 'en-GB' });
    expect(await about('<html lang=sk>', `<p>${russian}`)).toEqual({ language: 'sk' });
    expect(await about('<html lang=ru>', '<p>Bridge.')).toEqual({ language: 'ru' });
  });

  test('is proposed once, however often the page says so', async () => {
    const head = '<title>Talks - The Paper</title><meta property=og:site_name content="The Paper">';
    const { meta } = await convert('a.html', `${head}<h1>Talks</h1><p>Words.`);
    expect(meta.filter(({ field }) => field === 'publisher')).toHaveLength(1);
  });

  test('in microdata and in its links', async () => {
    const body =
      '<div><span itemprop=author><b itemprop=name>A. Writer</b> writes</span>' +
      '<time itemprop=datePublished datetime="2016-08-04">yesterday</time><p>Words.</div>';
    expect(await about('', body)).toMatchObject({ author: 'A. Writer', published: '2016-08-04' });
    expect(await about('', '<p>Words <a rel=author href=x>By C. Writer</a>')).toMatchObject({
      author: 'C. Writer',
    });
  });

  test('in several meta elements', async () => {
    const head =
      '<meta name=citation_author content="A"><meta name=citation_author content="B">' +
      '<meta name="dcterms.date" content="2016">';
    expect(await about(head)).toMatchObject({ author: 'A, B', published: '2016' });
  });

  test('is not believed when it is none', async () => {
    const head =
      jsonLd({ '@type': 'NewsArticle', author: 'https://a.example/me', datePublished: 'May' }) +
      `<script type="application/ld+json">{"@type":"NewsArticle",</script>` +
      `<script type="application/ld+json">${'['.repeat(100_000)}</script>` +
      jsonLd({ '@type': 'Person', name: 'X' });
    const meta = await about(head);
    expect(meta['author']).toBeUndefined();
    expect(meta['published']).toBeUndefined();
  });
});
