import { ZipFile } from 'yazl';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const TYPES = 'http://schemas.openxmlformats.org/package/2006/content-types';
const MAIN = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';

/** A Word file of chapters: a heading, paragraphs with a bold word each, and a table of their first words. */
export async function docxOf(chapters: readonly (readonly string[])[]): Promise<Uint8Array> {
  const zip = new ZipFile();
  const add = (name: string, xml: string): void =>
    zip.addBuffer(Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>${xml}`), name);
  add(
    '[Content_Types].xml',
    `<Types xmlns="${TYPES}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
      `<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${MAIN}"/></Types>`,
  );
  add(
    '_rels/.rels',
    `<Relationships xmlns="${RELATIONS}"><Relationship Id="r" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
  );
  const body = chapters.map((paragraphs, at) => chapter(paragraphs, at)).join('');
  add('word/document.xml', `<w:document xmlns:w="${W}"><w:body>${body}</w:body></w:document>`);
  zip.end();
  const pieces: Buffer[] = [];
  for await (const piece of zip.outputStream) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}

function chapter(paragraphs: readonly string[], at: number): string {
  const heading = `<w:p><w:pPr><w:pStyle w:val="Heading1"/><w:outlineLvl w:val="0"/></w:pPr>${run(`Chapter ${at + 1}`)}</w:p>`;
  const cells = paragraphs.map(
    (words) => `<w:tc><w:p>${run(words.slice(0, words.indexOf(' ')))}</w:p></w:tc>`,
  );
  return `${heading}${paragraphs.map(paragraph).join('')}<w:tbl><w:tr>${cells.join('')}</w:tr></w:tbl>`;
}

function paragraph(words: string): string {
  const end = words.indexOf(' ');
  return `<w:p>${run(words.slice(0, end), '<w:rPr><w:b/></w:rPr>')}${run(words.slice(end))}</w:p>`;
}

const run = (words: string, look = ''): string =>
  `<w:r>${look}<w:t xml:space="preserve">${words}</w:t></w:r>`;
