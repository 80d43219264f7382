import { describe, expect, test } from 'vitest';
import { blockFaults, convert, outline, refusal } from './convert.ts';

const source = `# The *great* event

Some words over
two lines.

Second title
---

- one
- two
  goes on
  - deeper
1. first

> A quote
> goes on

| a | b |
|---|---|

\`\`\`
# no heading
\`\`\`
`;

const converted = await convert('a.md', source);

describe('Markdown', () => {
  test('keeps the text and shows its structure', () => {
    expect(converted.text).toBe(source);
    expect(converted.mediaType).toBe('text/markdown');
    expect(outline(converted)).toEqual([
      'heading1: # The *great* event',
      'paragraph: Some words over\ntwo lines.',
      'heading2: Second title\n---',
      'item1: - one',
      'item1: - two\n  goes on',
      'item2:   - deeper',
      'item1: 1. first',
      'quote: > A quote\n> goes on',
      'cell: | a | b |',
      'cell: |---|---|',
      'paragraph: ```',
      'paragraph: # no heading',
      'paragraph: ```',
    ]);
    expect(blockFaults(converted)).toEqual([]);
  });

  test('takes its title from the first heading, without signs', async () => {
    expect(converted.title).toBe('The great event');
    expect((await convert('a.md', 'No heading here\n\nmore')).title).toBe('No heading here');
  });

  test('reads front matter, which is no part of the text proper', async () => {
    const front =
      '---\ntitle: "From the front"\nauthor: A. Writer\ndate: 2016-08-03\nlang: de\nurl: https://a.example/x\n---\n# Heading\n';
    const { title, language, meta, regions } = await convert('a.md', front);
    expect(title).toBe('From the front');
    expect(language).toBe('de');
    expect(meta).toEqual({
      author: 'A. Writer',
      published: '2016-08-03',
      url: 'https://a.example/x',
    });
    expect(regions).toEqual([{ start: 0, end: front.indexOf('\n# Heading'), kind: 'boilerplate' }]);
  });

  test('does not guess at dates that are none', async () => {
    expect((await convert('a.md', '---\ndate: next week\n---\nx')).meta).toBeUndefined();
  });

  test('that is empty is refused', async () => {
    expect((await refusal('a.md', '\n\n')).code).toBe('empty-file');
  });
});
