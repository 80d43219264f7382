import { describe, expect, test } from 'vitest';
import { shownPage } from '#data/formats/import/html/mhtml/shown-page.ts';
import { bareTools } from '#data/formats/import/tools.ts';
import { encodings } from '../../../electron/convert/encodings.ts';

const gif = 'R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';
const DATA = `data:image/gif;base64,${gif}`;

const head =
  'From: <Saved by Blink>\r\nSnapshot-Content-Location: https://paper.example/a/b.html\r\n' +
  'MIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="--B=="\r\n\r\n';

/** A saved page: the page, then other parts, each with its fields. */
const saved = (page: string, ...others: string[]): string =>
  head +
  [
    `Content-Type: text/html; charset=utf-8\r\nContent-Location: https://paper.example/a/b.html\r\n\r\n${page}`,
    ...others,
  ]
    .map((part) => `----B==\r\n${part}\r\n`)
    .join('') +
  '----B==--\r\n';

const picture = (field: string, bytes = gif, type = 'image/gif'): string =>
  `Content-Type: ${type}\r\nContent-Transfer-Encoding: base64\r\n${field}\r\n\r\n${bytes}`;
const sheet = (field: string, css: string): string =>
  `Content-Type: text/css\r\n${field}\r\n\r\n${css}`;

function shown(text: string) {
  const bytes = new TextEncoder().encode(text);
  return shownPage({ name: 'a.mht', bytes }, { ...bareTools, encodings });
}

describe('pictures of a saved page come with it', () => {
  test.each([
    ['by its name', '<img src="cid:p@mhtml.blink">', 'Content-ID: <p@mhtml.blink>'],
    [
      'where it was',
      '<img src=https://img.example/p.gif>',
      'Content-Location: https://img.example/p.gif',
    ],
    [
      'beside the page',
      "<img alt='' src='p.gif#x'>",
      'Content-Location: https://paper.example/a/p.gif',
    ],
    [
      'above the page',
      '<img src="../p.gif?a=1&amp;b=2">',
      'Content-Location: https://paper.example/p.gif?a=1&b=2',
    ],
    ['from the root', '<img src="/i/p.gif">', 'Content-Location: https://paper.example/i/p.gif'],
    [
      'by the same scheme',
      '<img src="//x.example/p.gif">',
      'Content-Location: https://x.example/p.gif',
    ],
    [
      'from what the page names',
      '<base href="https://y.example/z/"><img src="p.gif">',
      'Content-Location: https://y.example/z/p.gif',
    ],
    ['as it is written in both', '<img src="p.gif">', 'Content-Location: p.gif'],
  ])('%s', async (_how, page, field) => {
    const { html, leftOut } = await shown(saved(`<p>words ${page} more`, picture(field)));
    expect(html).toContain(`src="${DATA}"`);
    expect(html).toMatch(/^<p>words .* more$/);
    expect(leftOut).toBe(0);
  });

  test('in every place that names one', async () => {
    const cid = 'cid:p@x';
    const page =
      `<body background="${cid}"><input type=image src="${cid}"><video poster="${cid}"></video>` +
      `<svg><image xlink:href="${cid}" /></svg><p style="color: red; background: url('${cid}')">x` +
      `<style>a { background: URL( ${cid} ) }</style>`;
    const { html } = await shown(saved(page, picture('Content-ID: <p@x>')));
    expect(html.split(DATA)).toHaveLength(7);
    expect(html).not.toContain('cid:');
    expect(html).toContain('color: red');
  });

  test('of several sizes of one, those that are there', async () => {
    const page =
      '<img src="cid:p@x" srcset="https://e.example/1.gif 1x, cid:p@x 2x"><img srcset="n.gif 2x,cid:p@x, cid:p@x 3x,cid:p@x,">';
    const { html } = await shown(saved(page, picture('Content-ID: <p@x>')));
    expect(html).toBe(
      `<img src="${DATA}" srcset="${DATA} 2x"><img srcset="${DATA}, ${DATA} 3x, ${DATA}">`,
    );
  });
});

describe('styles of a saved page come with it', () => {
  test('as a style element, with what they bring', async () => {
    const { html } = await shown(
      saved(
        '<link rel="stylesheet" media="screen" href="cid:css@x"><p>a',
        sheet(
          'Content-ID: <css@x>\r\nContent-Location: https://css.example/s/a.css',
          '@import "more.css" print;\r\n/* url(x) */ a { content: "url(p.gif)"; background: url(p.gif) }',
        ),
        sheet('Content-Location: https://css.example/s/more.css', 'b { color: red }</style>'),
        picture('Content-Location: https://css.example/s/p.gif'),
      ),
    );
    expect(html).toBe(
      '<style media="screen">@media print{b { color: red }<\\/style>}\n' +
        `/* url(x) */ a { content: "url(p.gif)"; background: url("${DATA}") }</style><p>a`,
    );
  });

  test('each but once however they name each other', async () => {
    const { html } = await shown(
      saved(
        '<style>@import url(cid:a@x);</style>',
        sheet('Content-ID: <a@x>', '@import url(cid:b@x); a {}'),
        sheet('Content-ID: <b@x>', '@import "cid:a@x"; b {}'),
      ),
    );
    expect(html).toContain('b {} a {}');
  });

  test('others stay what they are: the frame loads none of them', async () => {
    const page =
      '<link rel="stylesheet" href="https://e.example/x.css"><link rel=icon href="cid:p@x">';
    expect((await shown(saved(page, picture('Content-ID: <p@x>')))).html).toBe(page);
  });
});

test('frames are pages within the page', async () => {
  const { html } = await shown(
    saved(
      '<iframe src="cid:f@x" width=3></iframe>',
      'Content-Type: text/html; charset=windows-1251\r\nContent-ID: <f@x>\r\n' +
        'Content-Transfer-Encoding: quoted-printable\r\n\r\n<p class=3D"x">=D2=E0 &amp; <img src=3D"cid:p@x"> <iframe src=3D"cid:f@x"></iframe>',
      picture('Content-ID: <p@x>'),
    ),
  );
  expect(html).toBe(
    `<iframe srcdoc="<p class=&quot;x&quot;>Та &amp;amp; <img src=&quot;${DATA}&quot;> <iframe src=&quot;cid:f@x&quot;></iframe>" width=3></iframe>`,
  );
});

test('shadow trees have the name that browsers know them by', async () => {
  const { html } = await shown(saved('<div><template shadowmode="open"><p>x</template></div>'));
  expect(html).toBe('<div><template shadowrootmode="open"><p>x</template></div>');
});

test('a policy of its own holds nothing back, and raw text is no markup', async () => {
  const page =
    '<meta http-equiv="content-security-policy" content="img-src https:"><title><img src="cid:p@x"></title>' +
    '<textarea><img src="cid:p@x"></textarea><!-- <img src="cid:p@x"> -->';
  const { html } = await shown(saved(page, picture('Content-ID: <p@x>')));
  expect(html).toBe(page.slice(page.indexOf('<title>')));
});

describe('what is not there is counted', () => {
  test('parts that the page names and the file lacks', async () => {
    const page = '<img src="cid:1@x"><img src="cid:2@x"><img src="https://e.example/a.gif">';
    expect(await shown(saved(page))).toEqual({ html: page, leftOut: 2 });
  });

  test('pages that would grow beyond all bounds', async () => {
    const large = 'A'.repeat(4_000_000);
    const page = '<img src="cid:p@x">'.repeat(1000);
    const { html, leftOut } = await shown(saved(page, picture('Content-ID: <p@x>', large)));
    expect(html.length).toBeLessThan(65 * 1024 * 1024);
    expect(leftOut).toBeGreaterThan(980);
  });

  test('sheets that import each other a thousand times', async () => {
    const sheets = Array.from({ length: 40 }, (_, at) =>
      sheet(`Content-ID: <${at}@x>`, `@import "cid:${at + 1}@x";`.repeat(1000)),
    );
    const { html } = await shown(saved('<link rel=stylesheet href="cid:0@x">', ...sheets));
    expect(html.length).toBeLessThan(65 * 1024 * 1024);
  });
});

test('sheets and frames nest as deep as they please, and are put in as deep as anybody needs', async () => {
  const sheets = Array.from({ length: 900 }, (_, at) =>
    sheet(`Content-ID: <${at}@x>`, `@import "cid:${at + 1}@x"; a${at} {}`),
  );
  const { html } = await shown(saved('<link rel=stylesheet href="cid:0@x">', ...sheets));
  expect(html).toContain('a10 {} a9 {}');
  expect(html).not.toContain('a100 {}');
});

test('what is no picture of a page is not put into it, whatever it says it is', async () => {
  const page = '<img src="cid:p@x"><img src="cid:q@x">';
  const { html } = await shown(
    saved(
      page,
      picture('Content-ID: <p@x>', gif, 'text/html'),
      picture('Content-ID: <q@x>', gif, 'image/"onerror='),
    ),
  );
  expect(html).toBe(page);
});

test('a page that was cut off is shown as far as it goes', async () => {
  const whole = saved('<p>whole <img src="cid:p@x"> end', picture('Content-ID: <p@x>'));
  const { html } = await shown(whole.slice(0, whole.indexOf(' end')));
  expect(html).toBe('<p>whole <img src="cid:p@x">');
});

test('a file without a page is refused in words', async () => {
  const nothing = saved('').replace('text/html; charset', 'text/plain; charset');
  await expect(shown(nothing)).rejects.toMatchObject({ code: 'empty-file' });
});
