import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { WorkingText } from '#data/text/working-text.ts';
import { convert } from './convert.ts';

/** “kind: words” of every mark, in order, with where it leads. */
async function marksOf(html: string): Promise<string[]> {
  const { text, marks = [] } = await convert('a.html', html);
  return marks.map(({ kind, start, end, address, to }) => {
    const leads = address ?? (to === undefined ? '' : text.slice(to, to + 9));
    return `${kind}: ${text.slice(start, end)}${leads && ` -> ${leads}`}`;
  });
}

describe('marks of a page', () => {
  test.each([
    ['<p>He <em>did</em> say <b>so</b>.', ['emphasis: did', 'strong: so']],
    ['<p>He<i> did </i>say', ['emphasis: did']],
    ['<p><em>All of it</em></p><p>and <i>that</i>', ['emphasis: All of it', 'emphasis: that']],
    ['<p>10<sup>3</sup> km<sub>2</sub>', ['superscript: ³', 'subscript: ₂']],
    [
      '<style>i{font-size:.58em;position:relative;top:-0.33em;vertical-align:baseline}</style><p>10<i>3</i>',
      ['emphasis: ³'],
    ],
    [
      '<p>10<span style="font-size:58%;vertical-align:33%">3</span> H<span style="font-size:smaller;vertical-align:-2pt">2</span>O',
      ['superscript: ³', 'subscript: ₂'],
    ],
    ['<p>Seat <span style="font-size:2em;vertical-align:10%">3</span>', []],
    [
      '<p>It snows<a role="doc-noteref" href="#n">1</a>.</p><p id="n">Much.',
      ['note-anchor: ¹ -> Much.'],
    ],
    ['<p><b>One <i>two</i></b>', ['strong: One two', 'emphasis: two']],
    ['<p><b>One <i>two</b> three</i> four', ['strong: One two', 'emphasis: two three']],
    ['<b><p>One</p><p>Two</p></b>', ['strong: One\n\nTwo']],
    ['<p>Before <b></b><i> </i>after', []],
    ['<p>An <a href="https://a.example/x">address</a>', ['link: address -> https://a.example/x']],
    ['<p><a href="/1">one <a href="/2">two</a>', ['link: one -> /1', 'link: two -> /2']],
    ['<p><a name="top">No link</a>', []],
    ['<p>Never <b>closed', ['strong: closed']],
    ['<p>x</em> y', []],
    ['<p><del>old</del> <ins>new</ins>', ['deletion: old', 'insertion: new']],
    ['<p>Seen <script><b>no</b></script><b>yes</b>', ['strong: yes']],
  ])('%s', async (html, marks) => {
    expect(await marksOf(html)).toEqual(marks);
  });

  test('the anchor of a note leads to the note, a link within the page does not', async () => {
    const page =
      '<p>They met.<sup><a href="#n1">[1]</a></sup> See <a href="#n1">the remark</a>.</p>' +
      '<ol><li id="n1">A remark.</li></ol><p><a href="#gone">2</a>';
    expect(await marksOf(page)).toEqual([
      'superscript: [1]',
      'note-anchor: [1] -> A remark.',
      'link: the remark -> #n1',
      'link: 2 -> #gone',
    ]);
  });

  test('lie within the text, whatever is nested how', async () => {
    const piece = fc.constantFrom(
      ...[
        '<p>',
        '</p>',
        '<b>',
        '</b>',
        '<i>',
        '</i>',
        '<a href="#x">',
        '</a>',
        '<li id="x">',
        '<td>',
      ],
      ...[
        '<pre>',
        '</pre>',
        '<br>',
        '<sup>',
        '</sup>',
        ' ',
        '\n',
        'word',
        'two words',
        '1',
        '<nav>',
      ],
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 30 }), async (pieces) => {
        const { text, blocks, marks = [] } = await convert('a.html', `<p>x${pieces.join('')}`);
        expect(WorkingText.safeParse({ text, blocks, marks }).success).toBe(true);
        for (const { start, end, to = 0 } of marks) {
          expect(start).toBeLessThan(end);
          expect(Math.max(end, to)).toBeLessThanOrEqual(text.length);
          expect(text.slice(start, end)).toMatch(/^\S/);
        }
      }),
      { numRuns: 500 },
    );
  });
});

test.each([
  '<a href="#r1" class="footnote-back" role="doc-backlink">↩︎</a>',
  '<a href="#r1" class="footnote-backref">back</a>',
  '<a href="#r1">↑</a>',
])('what leads back from a note is none of its words: %s', async (back) => {
  const { text, blocks, regions } = await convert(
    'a.html',
    `<p>They met.<sup><a href="#n1" id="r1">1</a></sup> It snowed all day long.</p><ol><li id="n1">In Kesk. ${back}</li></ol>`,
  );
  const note = blocks.find(({ kind }) => kind === 'footnote');
  expect(note && text.slice(note.start, note.end)).toBe('In Kesk.');
  expect(regions.map(({ kind }) => kind)).toEqual(['navigation']);
});
