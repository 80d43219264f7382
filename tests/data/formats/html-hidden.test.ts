import { describe, expect, test } from 'vitest';
import { convert, outline, blockFaults } from './convert.ts';

/** Words of the blocks, those that are hidden in brackets. */
async function seen(html: string): Promise<string[]> {
  const document = await convert('a.html', html);
  expect(blockFaults(document)).toEqual([]);
  return document.blocks.map(({ start, end }) => {
    const words = document.text.slice(start, end);
    const region = document.regions.find((one) => one.start <= start && end <= one.end);
    return region?.kind === 'hidden' ? `[${words}]` : words;
  });
}

describe('what a page hides is set apart, and kept', () => {
  test.each([
    ['<p>a <span hidden>b</span> c', ['a c', '[b]']],
    ['<p>a<b style="display:none">b</b>c', ['ac', '[b]']],
    ['<p>a <i style="visibility: hidden">b</i> c', ['a c', '[b]']],
    ['<p aria-hidden=true>a', ['a']],
    ['<p>a<div hidden><p>b<p>c</div><p>d', ['a', '[b]', '[c]', 'd']],
    ['<details><summary>a</summary>b</details>', ['a', 'b']],
    ['<p>a<noscript>b</noscript>c', ['ac', '[b]']],
    ['<p>a<dialog>b</dialog><dialog open>c</dialog>', ['a', '[b]', 'c']],
    ['<table><tr><td>a<td hidden>b<td>c</table>', ['a\tc', '[b]']],
    ['<body style="visibility:hidden"><p>a', ['a']],
    [
      '<div style="visibility:hidden">a <b style="visibility:visible">b</b></div>c',
      ['[a]', 'b', 'c'],
    ],
  ])('%s', async (html, blocks) => {
    expect((await seen(html)).sort()).toEqual([...blocks].sort());
  });
});

describe('a style sheet of the page', () => {
  test.each([
    ['.x{display:none}', '<p class="y x">a<p>b', ['[a]', 'b']],
    ['#i, .z {display:none}', '<p id=i>a<p class=z>b<p>c', ['[a]', '[b]', 'c']],
    ['p[data-x="1"]{display:none}', '<p data-x=1>a<p data-x=2>b', ['[a]', 'b']],
    ['.a > p{display:none}', '<div class=a><p>a<div><p>b</div></div>', ['[a]', 'b']],
    ['.a p{display:none}', '<div class=a><p>a<div><p>b</div></div>', ['[a]', '[b]']],
    ['.t{display:none}.t.on{display:block}', '<p class=t>a<p class="t on">b', ['[a]', 'b']],
    ['.t.on{display:block}.t{display:none}', '<p class=t>a<p class="t on">b', ['[a]', 'b']],
    ['.t:not(.on){visibility:hidden}', '<p class=t>a<p class="t on">b', ['[a]', 'b']],
    ['p{display:none!important}p{display:block}', '<p style="display:block">a', ['[a]']],
    ['p{display:none}', '<p style="display:block">a', ['a']],
    ['@media print{p{display:none}}', '<p>a', ['a']],
    ['@media screen and (min-width:600px){p{display:none}}', '<p>a', ['[a]']],
    ['@media (max-width:600px){p{display:none}}', '<p>a', ['a']],
    ['@media not print{p{display:none}}', '<p>a', ['[a]']],
    ['@supports (display:grid){p{display:none}}', '<p>a', ['[a]']],
    ['p{content:"}";display:none}', '<p>a', ['[a]']],
    ['/* p{ */ b{} p/**/{display:none}', '<p>a', ['[a]']],
    ['p:hover, p::before, p:checked ~ p, p||p {display:none}', '<p>a<p>b', ['a', 'b']],
    ['h2 + p{display:none}', '<h2>h</h2><p>a<p>b', ['h', '[a]', 'b']],
    ['h2 ~ p {display:none}', '<p>a<h2>h</h2><p>b<p>c', ['a', 'h', '[b]', '[c]']],
    ['div>h2~p+p{display:none}', '<div><h2>h</h2><p>a<p>b</div><p>c', ['h', 'a', '[b]', 'c']],
    ['li:nth-child(2n){display:none}', '<ul><li>a<li>b<li>c<li>d', ['a', '[b]', 'c', '[d]']],
    ['li:not(:first-child){display:none}', '<ul><li>a<li>b', ['a', '[b]']],
    ['li:nth-last-child(-n + 2){display:none}', '<ul><li>a<li>b<li>c', ['a', '[b]', '[c]']],
    [
      'i:only-child,b:last-child{display:none}',
      '<p><i>a</i><p><i>b</i><b>c</b>',
      ['[a]', 'b', '[c]'],
    ],
    ['.x{display:none}.y{display:block}', '<x-a hidden class=y>a</x-a>b', ['a', 'b']],
    ['.x{position:absolute;left:-9999px}', '<p>a<b class=x>b</b>c', ['ac', '[b]']],
    ['.x{position:absolute;clip:rect(0,0,0,0)}', '<p>a<b class=x>b</b>c', ['ac', '[b]']],
    ['.x{position:fixed;clip-path:inset(50%)}', '<p>a<b class=x>b</b>c', ['ac', '[b]']],
    [
      '.x{position:absolute!important;width:1px;height:1px;overflow:hidden}',
      '<p>a<b class=x>b</b>c',
      ['ac', '[b]'],
    ],
    ['.x{position:absolute;left:-20px;overflow:hidden}', '<p>a<b class=x>b</b>c', ['abc']],
    ['.x{width:1px;height:1px;overflow:hidden;left:-9999px}', '<p>a<b class=x>b</b>c', ['abc']],
    ['p{} .a{color:red;.b{display:none}}', '<p class=b>a', ['a']],
  ])('%s', async (css, html, blocks) => {
    expect(await seen(`<style>${css}</style>${html}`)).toEqual(blocks);
  });

  test('counts wherever it stands, but not for print or for who has no scripts', async () => {
    expect(await seen('<p class=x>a<style>.x{display:none}</style>')).toEqual(['[a]']);
    expect(await seen('<style media=print>p{display:none}</style><p>a')).toEqual(['a']);
    expect(await seen('<noscript><style>p{display:none}</style></noscript><p>a')).toEqual(['a']);
  });
});

describe('what a browser shows apart stands apart', () => {
  test.each([
    ['<span style="display:block">a</span><span style="display:block">b</span>', ['a', 'b']],
    ['<style>x-p{display:block}</style><x-p>a</x-p><x-p>b</x-p>', ['a', 'b']],
    ['<style>.f{display:flex}</style><div class=f><span>a</span><span>b</span></div>', ['a', 'b']],
    ['<p>a&#8232;b&#8233;c&#11;d&#12;e', ['a', 'b', 'c', 'd', 'e']],
    ['<p style="white-space:pre-line">a   b\nc', ['a b', 'c']],
    ['<p style="white-space:pre-wrap">a   b\nc', ['a   b', 'c']],
    ['<style>p{white-space:pre}</style><p>a\n\n b', ['a', ' b']],
    ['<div style="display:table-row"><i style="display:table-cell">a</i></div>', ['a']],
    ['<p>a<br>b', ['a', 'b']],
    ['<div style="display:inline">a</div><div style="display:inline">b</div>', ['ab']],
  ])('%s', async (html, blocks) => {
    expect(await seen(html)).toEqual(blocks);
  });
});

test('what is left out is counted, and told by kind', async () => {
  const page =
    '<p>a<script>12345</script><style>p{}</style><iframe srcdoc="<b>"></iframe>' +
    '<img alt="four"><img alt="🙂"><input value=x><template>t</template><video>v</video>';
  const { reading, text } = await convert('a.html', page);
  expect(text).toBe('a🙂');
  expect(reading.leftOut).toEqual({
    characters: 5 + 3 + 3 + 4 + 1 + 1,
    what: ['control', 'embed', 'media', 'other', 'picture', 'script', 'style'],
  });
});

describe('tables', () => {
  test.each([
    ['<table><tr><th>a<th>b<tr><td>c<td>d</table>', ['a\tb', 'c\td']],
    ['<table><caption>t</caption><tr><td colspan=2>a<td>b</table>', ['t', 'a\t\tb']],
    ['<table><tr><td rowspan=2>a<td>b<tr><td>c</table>', ['a\tb', '\tc']],
    ['<table><tr><td><p>a<p>b<td>c</table>', ['a\nb\tc']],
    ['<table role=presentation><tr><td>a<td>b</table>', ['a', 'b']],
    ['<table><tr><td>a<table><tr><td>b<td>c</table></table>', ['a', 'b\tc']],
    [`<table><tr><td>${'word '.repeat(200)}<td>b</table>`, ['word '.repeat(200).trim(), 'b']],
  ])('%s', async (html, rows) => {
    expect(await seen(html)).toEqual(rows);
  });
});

test('a tree of shadows is shown in its host', async () => {
  const page = `<style>p{display:none}</style><x-a><template shadowrootmode=open><style>i{display:block}
    .no{display:none} :host{display:block}</style><p>in</p><slot name=s>never</slot><slot></slot><slot name=t>rest</slot>
    <i>x</i><i>y</i><b class=no>n</b></template><span slot=s>named</span><u>plain</u><span slot=gone>lost</span></x-a>after`;
  const document = await convert('a.html', page);
  expect(outline(document)).toEqual([
    ...['paragraph: in', 'paragraph: namedplainrest', 'paragraph: x', 'paragraph: y'],
    ...['~paragraph: n', '~paragraph: lost', 'paragraph: after'],
  ]);
});

test('shadows in shadows are shown as well, and a template that is none is left out', async () => {
  const inner =
    '<x-b><template shadowrootmode=closed><h1>In</h1><slot></slot></template><slot></slot></x-b>';
  const page = `<x-a><template shadowrootmode=open>${inner}</template>light</x-a><template><p>no</template>`;
  expect((await convert('a.html', page)).text).toBe('In\n\nlight');
});
