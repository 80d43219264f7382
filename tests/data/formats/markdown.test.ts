import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blockFaults, convert, metaOf, outline, refusal } from './convert.ts';

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
      'list-item1: - one',
      'list-item1: - two\n  goes on',
      'list-item2:   - deeper',
      'list-item1: 1. first',
      'quote: > A quote\n> goes on',
      'table-row: | a | b |',
      'table-row: |---|---|',
      'code: ```',
      'code: # no heading',
      'code: ```',
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
    const converted = await convert('a.md', front);
    const { title, regions } = converted;
    expect(title).toBe('From the front');
    expect(metaOf(converted)).toEqual({
      language: 'de',
      author: 'A. Writer',
      published: '2016-08-03',
      url: 'https://a.example/x',
    });
    expect(regions).toEqual([{ start: 0, end: front.indexOf('\n# Heading'), kind: 'boilerplate' }]);
  });

  test('does not guess at dates that are none', async () => {
    expect((await convert('a.md', '---\ndate: next week\n---\nx')).meta).toEqual([]);
  });

  test('that is empty is refused', async () => {
    expect((await refusal('a.md', '\n\n')).code).toBe('empty-file');
  });

  test('tells rules from items, code from headings, and takes signs off a title', async () => {
    const given = '* * *\n\n    # code\n\n- # Head in an item\n\n> # Head in a quote\n';
    expect(outline(await convert('a.md', given))).toEqual([
      'paragraph: * * *',
      'code:     # code',
      'list-item1: - # Head in an item',
      'quote: > # Head in a quote',
    ]);
    expect((await convert('a.md', '# See [the `map`](x.html) & ![a *plan*](y) \\*\n')).title).toBe(
      'See the map & a plan *',
    );
  });

  test('knows notes, tables without bars at their ends, and what nobody sees', async () => {
    const given =
      'See[^1] and [r].\n\n[^1]: A note\n    goes on.\n[r]: https://a.example "T"\n\na | b\n--- | :-:\nc | d\n\n<!-- not\nseen -->\n\n| is no table\n';
    expect(outline(await convert('a.md', given))).toEqual([
      'paragraph: See[^1] and [r].',
      'footnote: [^1]: A note\n    goes on.',
      '~paragraph: [r]: https://a.example "T"',
      'table-row: a | b',
      'table-row: --- | :-:',
      'table-row: c | d',
      '~paragraph: <!-- not\nseen -->',
      'paragraph: | is no table',
    ]);
  });

  test('reads words over several lines, lists and TOML in front matter', async () => {
    const yaml =
      '---\ntitle: >\n  The long\n  road\nauthor:\n  - A. One\n  - "B. Two"\ntags: [a, b]\ndate: 2020-05-03\n---\n\n# H\n';
    const read = await convert('a.md', yaml);
    expect(read.title).toBe('The long road');
    expect(metaOf(read)).toMatchObject({ author: 'A. One, B. Two', published: '2020-05-03' });
    const toml = await convert('a.md', '+++\ntitle = "Snow"\ndate = 2020-05-03\n+++\nWords.\n');
    expect([toml.title, metaOf(toml)['published']]).toEqual(['Snow', '2020-05-03']);
    expect((await convert('a.md', '---\nno field\n---\n\nText.\n')).regions).toEqual([]);
  });

  test('parts the paragraphs of a quote and the items in it', async () => {
    const given =
      '> One\nstill one\n>\n> Two\n> - three\n>   four\n> - five\n\n-\n  six\n\n  seven\n';
    expect(outline(await convert('a.md', given))).toEqual([
      'quote: > One\nstill one\n>',
      'quote: > Two',
      'quote: > - three\n>   four',
      'quote: > - five',
      'list-item1: -\n  six',
      'paragraph:   seven',
    ]);
  });

  test('goes on with what is longer than a piece of it', async () => {
    const items = Array.from({ length: 500 }, (_, at) => `1. item ${at}\n   - below`).join('\n');
    const code = `~~~\n${'# no heading\n\n'.repeat(1000)}~~~\n`;
    const { blocks } = await convert('a.md', `${items}\n\n${code}# Heading`);
    expect(blocks.filter(({ kind }) => kind === 'list-item').map(({ level }) => level)).toEqual(
      Array.from({ length: 1000 }, (_, at) => 1 + (at % 2)),
    );
    expect(blocks.filter(({ kind }) => kind === 'heading')).toHaveLength(1);
    const kinds = (await convert('a.md', `${'a line\n'.repeat(200)}\nNext`)).blocks.map(
      (one) => one.kind,
    );
    expect([kinds.shift(), kinds.pop()]).toEqual(['paragraph', 'paragraph']);
    expect(new Set(kinds)).toEqual(new Set(['continuation']));
  });

  test(
    'has its structure to the end, however many short lines it has',
    { timeout: 60_000 },
    async () => {
      const { blocks } = await convert(
        'a.md',
        '# A\n\n- SCO\n- CSTO\n\n| 1 | 2 |\n\n'.repeat(10_000),
      );
      const count = (kind: string) => blocks.filter((one) => one.kind === kind).length;
      expect([count('heading'), count('list-item'), count('table-row')]).toEqual([
        10_000, 20_000, 10_000,
      ]);
    },
  );

  test('has each line in one block, also behind markup in a quote', async () => {
    const read = await convert('a.md', 'x\n\n><!--\n1. ');
    expect(blockFaults(read)).toEqual([]);
  });

  test('of any kind gives sound blocks', async () => {
    const piece = fc.constantFrom(
      ...['# ', '> ', '- ', '  ', '    ', '1. ', '```', '~~~', '---', '===', '|', '<div>', '<!--'],
      ...['\n', '\n', '\n\n', 'word', '[a]: b', '*', '\t', '-', '>'],
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 400 }), async (pieces) => {
        const given = `x${pieces.join('')}`;
        const read = await convert('a.md', given);
        expect(read.text).toBe(given);
        expect(blockFaults(read)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});
