import { describe, expect, test } from 'vitest';
import { convert, refusal } from './convert.ts';

const bytes = (start: string): Uint8Array =>
  Uint8Array.from(start.padEnd(600, '\0'), (one) => one.charCodeAt(0));

describe('what nobody reads is refused by name', () => {
  test.each([
    ['%PDF-1.7', 'a PDF'],
    ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'an old office document'],
    ['\xff\xd8\xff\xe0\x00\x10JFIF', 'a picture'],
    ['GIF89a\x01\x00', 'a picture'],
    ['II*\x00', 'a picture'],
    ['\x00\x00\x00\x18ftypheic', 'a picture'],
    ['RIFF\x24\x00\x00\x00WAVEfmt ', 'a recording of sound'],
    ['\x00\x00\x00\x18ftypisom', 'a film'],
    ['\x1f\x8b\x08', 'a compressed file'],
    ["7z\xbc\xaf'\x1c", 'a compressed file'],
    ['Rar!\x1a\x07\x00', 'a compressed file'],
    ['\x7fELF\x02\x01', 'a program'],
    ['MZ\x90', 'a program'],
    ['SQLite format 3\x00', 'a database'],
  ])('%j', async (start, what) => {
    const error = await refusal('a.bin', bytes(start));
    expect(error.code).toBe('unsupported-format');
    expect(error.message).toContain(`is ${what},`);
    expect((await refusal('a.txt', bytes(start))).code).toBe('not-text');
  });
});

describe('nothing comes in as its raw source', () => {
  test.each([
    ['feed.xml', '<?xml version="1.0"?><rss><item>Words.</item></rss>', 'data in XML'],
    ['feed', '\ufeff<?xml version="1.0"?>\n<feed>Words.</feed>', 'data in XML'],
    ['map.svg', '<svg xmlns="http://www.w3.org/2000/svg"><text>Words</text></svg>', 'a picture'],
    ['a.json', '{"words": ["a", "b"]}', 'data in JSON'],
    ['a.geojson', '[1, 2]', 'data in JSON'],
    ['a.jsonl', '{"words": 1}\n{"words": 2}', 'data in JSON'],
    ['a.py', 'print("words")', 'the source of a program'],
    ['page.css', 'p { color: red }', 'the source of a program'],
    ['paper.tex', '\\documentclass{article}', 'a page for printers'],
    ['paper', '%!PS-Adobe-3.0\n(a) show', 'a page for printers'],
    ['day', 'BEGIN:VCALENDAR\r\nSUMMARY:x\r\nEND:VCALENDAR', 'a calendar or a card of contacts'],
    ['a.vcf', 'begin:vcard\nFN:x\nend:vcard', 'a calendar or a card of contacts'],
  ])('%s', async (name, text, what) => {
    const error = await refusal(name, text);
    expect(error.code).toBe('unsupported-format');
    expect(error.message).toContain(`is ${what},`);
  });

  test('a text of notes in an unknown ending is still a text', async () => {
    expect((await convert('a.notes', '{words} in braces')).text).toBe('{words} in braces');
  });
});

describe('an office document in one file of XML is not read as its source', () => {
  const office = 'urn:oasis:names:tc:opendocument:xmlns:office:1.0';
  test.each([
    '<?xml version="1.0"?>\r\n<?mso-application progid="Word.Document"?><w:wordDocument/>',
    '\ufeff<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
    '<?xml version="1.0"?><pkg:package xmlns:pkg="a"/>',
    `<?xml version="1.0"?><office:document xmlns:office="${office}" xmlns:a="${'b'.repeat(2000)}" office:mimetype="application/vnd.oasis.opendocument.spreadsheet"/>`,
  ])('%#', async (text) => {
    const error = await refusal('a.xml', text);
    expect(error.code).toBe('unsupported-format');
    expect(error.message).toContain('is an office document,');
    expect(error.message).toContain('save it as DOCX, XLSX or PDF and import that');
  });

  test('but a text is one, whatever it is called', async () => {
    const text = `<?xml version="1.0"?><office:document xmlns:office="${office}" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:a="${'b'.repeat(2000)}" office:mimetype="application/vnd.oasis.opendocument.text"><office:body><office:text><text:p>Words.</text:p></office:text></office:body></office:document>`;
    expect((await convert('a.xml', text)).text).toBe('Words.');
  });
});

describe('what only begins like another kind is read', () => {
  test.each([
    'BM is a firm of cars.',
    'MZ stands for nothing.',
    'OTTO said so.',
    'solid ground\n',
    '<?xml version="1.0"?><note>Words.</note>',
    'WEBVTT\n\n00:01.000 --> 00:02.000\nWords.',
    'BEGIN:VCARD\nN:Somebody\nEND:VCARD',
    '%!PS is how it begins.',
    '#!AMR',
  ])('%j', async (text) => {
    expect((await convert('a.txt', text)).text).toBe(text);
  });

  test('and UTF-16, with its mark or without', async () => {
    const utf16 = (text: string) => Buffer.from(text, 'utf16le');
    expect((await convert('a.txt', utf16('\ufeffWords of a text.'))).text).toBe('Words of a text.');
    const looked = '看了很多书，他们在二〇一六年去了北京。看，那是什么？';
    expect((await convert('a.txt', utf16(looked))).text).toBe(looked);
  });
});
