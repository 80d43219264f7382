import { Dice, prose } from './words.ts';

/** Pages of {@link longPdf}. */
export const LONG_PDF_PAGES = 300;
const LINES = 50;
const LETTERS = 85;

/** A PDF of a long report, other words for another seed. */
export function longPdf(seed: number): Uint8Array {
  const dice = new Dice(seed);
  const pages = Array.from({ length: LONG_PDF_PAGES }, () => {
    const words = prose(dice, LINES * LETTERS).replace(/\s+/g, ' ');
    return Array.from({ length: LINES }, (_, at) =>
      words.slice(at * LETTERS, (at + 1) * LETTERS).trim(),
    );
  });
  return pdfOf(pages, 'Bench of the pass');
}

/** A PDF of pages of text: lines of a report, one below the other, with a running header and page numbers. */
function pdfOf(pages: readonly (readonly string[])[], header: string): Uint8Array {
  const objects: string[] = [];
  const add = (body: string): number => objects.push(body);
  const font = add('<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>');
  // The tree of pages comes after them all; its number is known before.
  const tree = font + 2 * pages.length + 1;
  const kids = pages.map((lines, index) => {
    const shown = [
      `BT /F1 8 Tf 72 815 Td (${escaped(header)}) Tj ET`,
      `BT /F1 8 Tf 300 25 Td (${index + 1}) Tj ET`,
      `BT /F1 10 Tf 14 TL 72 780 Td ${lines.map((line) => `(${escaped(line)}) Tj T*`).join('\n')} ET`,
    ].join('\n');
    const content = add(`<</Length ${shown.length}>>stream\n${shown}\nendstream`);
    const resources = `/Resources<</Font<</F1 ${font} 0 R>>>>`;
    return add(
      `<</Type/Page/Parent ${tree} 0 R/MediaBox[0 0 595 842]${resources}/Contents ${content} 0 R>>`,
    );
  });
  add(`<</Type/Pages/Count ${kids.length}/Kids[${kids.map((kid) => `${kid} 0 R`).join(' ')}]>>`);
  const root = add(`<</Type/Catalog/Pages ${tree} 0 R>>`);
  return whole(objects, root);
}

function whole(objects: readonly string[], root: number): Uint8Array {
  const parts = ['%PDF-1.4\n'];
  let length = parts[0]?.length ?? 0;
  const places = objects.map((body, index) => {
    const at = length;
    const part = `${index + 1} 0 obj\n${body}\nendobj\n`;
    parts.push(part);
    length += part.length;
    return at;
  });
  const rows = places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  parts.push(
    `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`,
    `trailer<</Size ${objects.length + 1}/Root ${root} 0 R>>\nstartxref\n${length}\n%%EOF\n`,
  );
  return Buffer.from(parts.join(''), 'latin1');
}

const escaped = (text: string): string =>
  text.replace(/[^\x20-\x7e]/g, '?').replace(/[\\()]/g, '\\$&');
