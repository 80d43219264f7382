import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blockFaults, convert, metaOf, outline, refusal } from './convert.ts';

const source = `# The *great* event

Some **words** over
two lines[^1]. See [the map](https://a.example/x) and [r]. 5 km<sup>2</sup>, ~~gone~~

Second title
---

- one
- two
  goes on
  - deeper

4. fourth
5. fifth

> A quote
> goes on

| a | b |
|---|---|
| 1 | |

\`\`\`js
# no heading
  x
\`\`\`

<!-- not seen -->

[r]: https://a.example/r
[^1]: A note
    goes on.
[^2]: Nobody calls it.
`;

const converted = await convert('a.md', source);

describe('Markdown', () => {
  test('becomes what a reader sees of it', () => {
    expect(converted.mediaType).toBe('text/markdown');
    expect(outline(converted)).toEqual([
      'heading1: The great event',
      'paragraph: Some words over two lines¹. See the map and r. 5 km², gone',
      'heading2: Second title',
      'list-item1: one',
      'list-item1: two goes on',
      'list-item2: deeper',
      'list-item1: fourth',
      'list-item1: fifth',
      'quote: A quote goes on',
      'table-row: a\tb',
      'table-row: 1\t',
      'code: # no heading',
      'code:   x',
      'footnote: A note goes on.',
      'paragraph: [^2]: Nobody calls it.',
    ]);
    expect(converted.blocks.flatMap(({ number }) => number ?? [])).toEqual(['4.', '5.', '1.']);
    expect(blockFaults(converted)).toEqual([]);
  });

  test('keeps how its words looked and where they led', () => {
    const { text, marks = [] } = converted;
    expect(
      marks.map(({ kind, start, end, address, to }) =>
        [kind, text.slice(start, end), address ?? (to === undefined ? [] : text.slice(to, to + 6))]
          .flat()
          .join(' '),
      ),
    ).toEqual([
      'emphasis great',
      'strong words',
      'superscript ¹',
      'note-anchor ¹ A note',
      'link the map https://a.example/x',
      'link r https://a.example/r',
      'superscript ²',
      'deletion gone',
    ]);
  });

  test('takes its title from the first heading, without signs', async () => {
    expect(converted.title).toBe('The great event');
    expect((await convert('a.md', 'No heading here\n\nmore')).title).toBe('No heading here');
    const signs = '# See [the `map`](x.html) & *plan* \\*\n';
    expect((await convert('a.md', signs)).title).toBe('See the map & plan *');
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

  test('tells rules from items, and code from headings', async () => {
    const given = '* * *\n\n    # code\n\n- # Head in an item\n\n> # Head in a quote\n';
    expect(outline(await convert('a.md', given))).toEqual([
      'code: # code',
      'heading1: Head in an item',
      'heading1: Head in a quote',
    ]);
  });

  test('reads markup in it as a page, and leaves out what runs', async () => {
    const given =
      '<div hidden>Unseen.</div>\n\nOne<br>two [x](javascript:alert) &amp; three.\n\n<script>a()</script>\n';
    const read = await convert('a.md', given);
    expect(outline(read)).toEqual([
      '~paragraph: Unseen.',
      'paragraph: One',
      'paragraph: two x & three.',
    ]);
    expect(read.reading.leftOut?.what).toEqual(['script']);
    expect(JSON.stringify(read.marks ?? [])).not.toContain('javascript');
  });

  test('keeps notes that nothing calls, or that come twice, and signs in code', async () => {
    const given = 'See[^a].\n\n[^a]: One\n[^a]: Two\n[^b]: Three\n\n~~~\n[^c]: x\n~~~\n';
    expect(outline(await convert('a.md', given))).toEqual([
      'paragraph: See¹.',
      'paragraph: [^a]: Two',
      'code: [^c]: x',
      'footnote: One',
      'paragraph: [^b]: Three',
    ]);
  });

  test('keeps the lines of code behind a named link', async () => {
    const given = 'See [r].\n\n[r]: https://a.example/r\n  "Title"\n\n# H\n\n```\none\ntwo\n```\n';
    for (const text of [given, given.replace('\n\n# H', ''), given.replace('\n  "Title"', '')]) {
      const found = outline(await convert('a.md', text));
      expect(found.slice(-2)).toEqual(['code: one', 'code: two']);
      expect(found.join('\n')).not.toContain('Title');
    }
  });

  test('keeps its lists, code and links where it is read in pieces', async () => {
    const chapter = (at: number) =>
      `## Chapter ${at}\n\n${'Words of a *long* book, see [the map]. '.repeat(60)}[^${at}]\n\n\`\`\`\n# none\n\nof it\n\`\`\`\n\n`;
    const book = Array.from({ length: 300 }, (_, at) => chapter(at)).join('');
    const noted = Array.from({ length: 300 }, (_, at) => `[^${at}]: Note ${at}`).join('\n');
    const {
      text,
      blocks,
      marks = [],
    } = await convert('a.md', `${book}\n${noted}\n\n[the map]: /map\n`);
    const count = (kind: string) => blocks.filter((one) => one.kind === kind).length;
    expect([count('heading'), count('code')]).toEqual([300, 600]);
    const notes = blocks.filter(({ kind }) => kind === 'footnote');
    expect(notes.map(({ start, end, number }) => [number, text.slice(start, end)])).toEqual(
      Array.from({ length: 300 }, (_, at) => [`${at + 1}.`, `Note ${at}`]),
    );
    const anchors = marks.filter(({ kind }) => kind === 'note-anchor');
    expect(anchors.map(({ to }) => to)).toEqual(notes.map(({ start }) => start));
    expect(marks.filter(({ kind }) => kind === 'emphasis')).toHaveLength(300 * 60);
    const links = marks.filter(({ kind }) => kind === 'link');
    expect(links).toHaveLength(300 * 60);
    expect(new Set(links.map(({ start, end }) => text.slice(start, end)))).toEqual(
      new Set(['the map']),
    );
  });

  test('that has more signs than people write is read as lines', async () => {
    const { text, blocks } = await convert('a.md', `${'['.repeat(5000)}\n# x\n`);
    expect(text).toBe(`${'['.repeat(5000)}\n# x`);
    expect(blocks.every(({ kind }) => kind === 'paragraph' || kind === 'continuation')).toBe(true);
  });

  test('of any kind gives sound blocks, and every word', async () => {
    const piece = fc.constantFrom(
      ...['# ', '> ', '- ', '  ', '    ', '1. ', '```\n', '~~~\n', '\n---\n', '===', '|', '<b>'],
      ...['\n', '\n', '\n\n', 'word', '*', '\t', '-', '>', '_', '`', '[^1]', '\n[^1]: note\n'],
      ...['\n[a]: b\n', '\n```\nword\nword\n```\n'],
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 200 }), async (pieces) => {
        const given = `x${pieces.join('')}`;
        const read = await convert('a.md', given);
        expect(blockFaults(read)).toEqual([]);
        const words = (text: string) => text.match(/word|note/g)?.length ?? 0;
        expect(words(read.text)).toBe(words(given));
        // Nothing but signs within a line may part words that stand together then.
        const glued = given.match(/word(?=[^\sa-z]{0,40}(?:<b>)?[^\sa-z]{0,40}word)/g)?.length ?? 0;
        expect(read.text.match(/word(?=word)/g)?.length ?? 0).toBeLessThanOrEqual(glued);
      }),
      { numRuns: 300 },
    );
  });
});
