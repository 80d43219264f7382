import { inflateSync } from 'node:zlib';

/** Letters by glyph number, of one font. */
type Letters = ReadonlyMap<string, string>;

/**
 * The words of each page of a PDF as Chromium writes it, in the order in which they are drawn; a glyph
 * that stands for no letter (the box of a missing one) is U+FFFD.
 */
export function wordsOfPages(pdf: Buffer): string[] {
  const objects = new Map(
    [...pdf.toString('latin1').matchAll(/(\d+) 0 obj\s*([\s\S]*?)endobj/g)].map(
      ([, id = '', body = '']) => [id, body],
    ),
  );
  const body = (id: string | undefined): string => objects.get(id ?? '') ?? '';
  const pages = [...objects.values()].filter((one) => /\/Type \/Page\b/.test(one));
  return pages.map((page) => {
    const fonts = new Map(
      [...page.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', id]) => {
        const map = /\/ToUnicode (\d+)/.exec(body(id))?.[1];
        return [name, lettersOf(streamOf(body(map)))];
      }),
    );
    return drawn(streamOf(body(/\/Contents (\d+)/.exec(page)?.[1])), fonts);
  });
}

/** By its length: compressed bytes may end with what looks like the end of a line. */
function streamOf(object: string): string {
  const head = /\/Length (\d+)[^>]*>>\s*stream\r?\n/.exec(object);
  if (!head) return '';
  const start = head.index + head[0].length;
  const bytes = object.slice(start, start + Number(head[1]));
  return inflateSync(Buffer.from(bytes, 'latin1')).toString('latin1');
}

function lettersOf(map: string): Letters {
  const letters = new Map<string, string>();
  const wordsOf = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le');
  for (const [, glyph = '', to = ''] of map.matchAll(/^<(\w{4})> <(\w+)>$/gm)) {
    letters.set(glyph, wordsOf(to));
  }
  for (const [, first = '', last = '', to = ''] of map.matchAll(
    /^<(\w{4})> <(\w{4})> <(\w{4})>$/gm,
  )) {
    const [from, until, start] = [first, last, to].map((one) => Number.parseInt(one, 16));
    for (let at = from ?? 0; at <= (until ?? 0); at++) {
      const code = (start ?? 0) + at - (from ?? 0);
      letters.set(at.toString(16).toUpperCase().padStart(4, '0'), String.fromCharCode(code));
    }
  }
  return letters;
}

function drawn(content: string, fonts: ReadonlyMap<string, Letters>): string {
  let [words, font] = ['', ''];
  for (const [, name, glyphs = '', actual] of content.matchAll(
    /\/(F\d+) [\d.]+ Tf|<([\dA-F]+)> Tj|ActualText <FEFF([\dA-F]+)>/g,
  )) {
    if (name !== undefined) font = name;
    else if (actual === undefined) {
      words += (glyphs.match(/.{4}/g) ?? [])
        .map((one) => fonts.get(font)?.get(one) ?? '\uFFFD')
        .join('');
    } else words += Buffer.from(actual, 'hex').swap16().toString('utf16le');
  }
  return words;
}
