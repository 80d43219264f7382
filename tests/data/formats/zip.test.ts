import { describe, expect, test } from 'vitest';
import { withoutPageFolders } from '#data/formats/import/page-folders.ts';
import { pack, renamed } from './pack.ts';
import { readParts, told } from './read-parts.ts';

const read = (bytes: Uint8Array, name = 'a.zip') => readParts(name, bytes);

const picture = Buffer.from(`\x89PNG\r\n\x1a\n${'\0'.repeat(30)}`, 'latin1');

describe('an archive is walked like a folder', () => {
  test('in the order of names, each file by its own kind', async () => {
    const bytes = await pack({
      'b.txt': 'Bee',
      'a/имя.md': '# Head',
      'a/page.html': '<p>Page',
      'pic.png': picture,
    });
    const parts = await read(bytes);
    expect(told(parts)).toEqual([
      ['Page', 'a/page.html'],
      ['Head', 'a/имя.md'],
      ['Bee', 'b.txt'],
      ['not-text', 'pic.png'],
    ]);
    expect(parts[0]).toMatchObject({ mediaType: 'text/html', bytes: Buffer.from('<p>Page') });
  });

  test('without what systems put into it', async () => {
    const names = ['.DS_Store', '__MACOSX/._a', 'a/.git/config', 'a/Thumbs.db', 'desktop.ini'];
    const files = Object.fromEntries(names.map((name) => [name, 'x']));
    expect(told(await read(await pack({ ...files, 'a/b.txt': 'Words.' })))).toEqual([
      ['Words.', 'a/b.txt'],
    ]);
    await expect(read(await pack(files))).rejects.toMatchObject({ code: 'empty-file' });
    await expect(read(await pack({}))).rejects.toMatchObject({ code: 'empty-file' });
  });

  test('without the folders of saved pages, which are none of their own', () => {
    const kept = ['a.html', 'b/c.htm', 'other_files/x.txt', 'b/notes/c_files.txt'];
    const left = ['a_files/frame.html', 'a_files/deep/x.css', 'b/c-Dateien/y.js'];
    expect(withoutPageFolders([...left, ...kept])).toEqual(kept);
  });

  test.each([
    ['Öl – Ärger.txt', Buffer.from('Öl – Ärger.txt')],
    ['Доклад.txt', Buffer.from('84aeaaaba0a42e747874', 'hex')],
    ['résumé.txt', Buffer.from('728273756d822e747874', 'hex')],
    ['in/Öl.txt', Buffer.from('in\\Öl.txt')],
  ])('by names in UTF-8 or of DOS: %s', async (name, raw) => {
    const bytes = Buffer.from(raw.toString('latin1'), 'latin1');
    const stand = 'x'.repeat(bytes.length);
    const packed = await pack({ [stand]: 'Words.' });
    const plain = Buffer.from(
      packed.toString('latin1').replaceAll(stand, bytes.toString('latin1')),
      'latin1',
    );
    for (const at of [6, plain.lastIndexOf('PK\x01\x02', undefined, 'latin1') + 8]) {
      plain.writeUInt16LE(plain.readUInt16LE(at) & ~0x800, at);
    }
    expect(told(await read(plain))).toEqual([['Words.', name]]);
  });

  test('and archives in it, three deep', async () => {
    let bytes = await pack({ 'in.txt': 'level 5' });
    for (const level of [4, 3, 2, 1]) {
      bytes = await pack({ 'in.txt': `level ${level}`, 'n.zip': bytes });
    }
    expect(told(await read(bytes))).toEqual([
      ['level 1', 'in.txt'],
      ['level 2', 'n.zip/in.txt'],
      ['level 3', 'n.zip/n.zip/in.txt'],
      ['unsupported-format', 'n.zip/n.zip/n.zip/in.txt'],
      ['unsupported-format', 'n.zip/n.zip/n.zip/n.zip'],
    ]);
  });
});

describe('what must not be unpacked is refused', () => {
  test.each([
    ['aaaaa.txt', '../..//ab'],
    ['aaaaa.txt', '/etc/pass'],
    ['aaaaa.txt', 'C:\\ab.txt'],
    ['aaaaa.txt', 'a\nb\rc.txt'],
    ['__protX__/a', '__proto__/a'],
  ])('%j that is called %j', async (from, to) => {
    const bytes = renamed(await pack({ [from]: 'Words.' }), from, to);
    await expect(read(bytes)).rejects.toMatchObject({ code: 'import-failed' });
    await expect(read(bytes)).rejects.toThrow('which leads out of its folder');
  });

  test('a name that shows another ending than it has', async () => {
    const name = Buffer.from('a\u202etxt.exe').toString('latin1');
    const bytes = renamed(await pack({ 'a___txt.exe': 'Words.' }), 'a___txt.exe', name);
    await expect(read(bytes)).rejects.toMatchObject({ code: 'import-failed' });
  });

  test('one that unpacks to a thousand times its size', async () => {
    const bytes = await pack({ 'a.txt': Buffer.alloc(200 * 1024 * 1024, 'a') });
    await expect(read(bytes)).rejects.toMatchObject({ code: 'import-failed' });
  });

  test('one with a link, or with a file behind a password, in the words of who imports', async () => {
    const plain = await pack({ 'a.txt': 'Words.' });
    const directory = plain.lastIndexOf('PK\x01\x02', undefined, 'latin1');
    const linked = Buffer.from(plain);
    linked.writeUInt32LE(0o120777 * 0x10000, directory + 38);
    const sealed = Buffer.from(plain);
    for (const at of [6, directory + 8]) sealed.writeUInt16LE(sealed.readUInt16LE(at) | 1, at);
    await expect(read(linked, 'a.zip')).rejects.toThrow(
      '“a.zip” holds a link or another thing that is no file (a.txt), so it is not unpacked.',
    );
    await expect(read(sealed, 'a.zip')).rejects.toThrow('holds a file behind a password (a.txt)');
    await expect(read(plain, 'a.docx')).rejects.toThrow('is a ZIP archive under another name');
  });

  test('one in another does not keep the rest of it out', async () => {
    const bad = renamed(await pack({ 'aaaaa.txt': 'x' }), 'aaaaa.txt', '../..//ab');
    expect(told(await read(await pack({ 'a.zip': bad, 'b.txt': 'Bee' })))).toEqual([
      ['import-failed', 'a.zip'],
      ['Bee', 'b.txt'],
    ]);
  });

  test.each(['PK\x03\x04', 'PK\x05\x06', 'PK\x03\x04 and no more of it than this'])(
    'a broken one: %j',
    async (start) => {
      await expect(read(Buffer.from(start))).rejects.toMatchObject({ code: 'import-failed' });
    },
  );
});

describe('what is a ZIP inside, and none to people, is not taken apart', () => {
  test.each([
    ['[Content_Types].xml', '<Types/>', 'an office document,'],
    ['Index/Document.iwa', 'x', 'an office document,'],
    ['Index.zip', 'x', 'an office document,'],
    ['mimetype', 'application/vnd.oasis.opendocument.graphics', 'an office document,'],
    ['META-INF/MANIFEST.MF', 'Manifest-Version: 1.0', 'a program,'],
  ])('%s', async (name, content, what) => {
    const bytes = await pack({ [name]: content, 'a.txt': 'Words.' });
    const error = await read(bytes, 'a.bin').catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'unsupported-format' });
    expect((error as Error).message).toContain(`is ${what}`);
  });

  test('nor is a case in one file', async () => {
    const error = await read(await pack({ 'a.txt': 'x' }), 'a.wakhan').catch((one: unknown) => one);
    expect((error as Error).message).toContain('is a case in one file');
  });
});
