import { describe, expect, test } from 'vitest';
import { blockFaults, metaOf, outline } from '../../data/formats/convert.ts';
import { readBytes } from '../import/support/read-case.ts';
import { makeMsg, type Store } from './make-msg.ts';

const CODE_PAGE = 0x3ffd;
const HTML = '10130102';

const person = (type: number, name: string, address: string): Store => ({
  streams: { '3001001F': name, '39FE001F': address },
  numbers: { 0x0c15: type },
});

const attachment = (name: string, words: string): Store => ({
  streams: { '3707001F': name, '37010102': Buffer.from(words) },
});

const head = {
  '0037001F': 'Chairs for July',
  '0C1A001F': 'Ľubica Moor',
  '5D01001F': 'moor@kesk.example',
  '007D001F': 'Received: from x\r\nDate: Fri, 3 Jul 2020 00:30:00 +0800\r\n',
};

/** Read out of the middle of other bytes, as a file in an archive is. */
const read = async (store: Store) => {
  const bytes = makeMsg(store);
  return readBytes('a.msg', Buffer.concat([Buffer.alloc(7, 'x'), bytes]).subarray(7));
};

describe('an Outlook message', () => {
  test('reads as a mail does, with what came with it', async () => {
    const { documents, refused } = await read({
      streams: { ...head, '1000001F': 'Good day,\r\n\r\n> Which chairs?\r\nThe old ones.' },
      folders: {
        '__recip_version1.0_#00000000': person(1, 'Council', 'council@ardan.example'),
        '__recip_version1.0_#00000001': person(2, 'x@y.example', 'x@y.example'),
        '__attach_version1.0_#00000000': attachment('chairs.csv', 'room;chairs\n1;5\n'),
        '__attach_version1.0_#00000001': attachment('chairs.csv', 'room;chairs\n2;7\n'),
      },
    });
    const [message, ...others] = documents;
    if (!message) throw new Error('There is no document.');
    expect(refused).toEqual([]);
    expect(outline(message)).toEqual([
      'paragraph: From: Ľubica Moor <moor@kesk.example>',
      'paragraph: To: Council <council@ardan.example>',
      'paragraph: Cc: x@y.example',
      'paragraph: Date: Fri, 3 Jul 2020 00:30:00 +0800',
      'paragraph: Subject: Chairs for July',
      'paragraph: Good day,',
      'quote: Which chairs?',
      'paragraph: The old ones.',
    ]);
    expect(message).toMatchObject({
      title: 'Chairs for July',
      mediaType: 'application/vnd.ms-outlook',
    });
    expect(metaOf(message)).toMatchObject({ author: 'Ľubica Moor', published: '2020-07-03' });
    expect(blockFaults(message)).toEqual([]);
    expect(others).toMatchObject([
      { part: 'chairs.csv', attachedTo: '', text: 'room\tchairs\n1\t5' },
      { part: 'chairs-2.csv', attachedTo: '' },
    ]);
  });

  test('is read as a page where it is nothing else', async () => {
    const page = Buffer.from('<p>\xd1\xf2\xf3\xeb\xfc\xff <b>\xe7\xe4\xe5\xf1\xfc</b>', 'latin1');
    const { documents } = await read({
      streams: { ...head, [HTML]: page },
      numbers: { 0x3fde: 1251 },
    });
    expect(documents[0]?.text).toMatch(/Стулья здесь$/);
    expect(documents[0]?.marks?.map(({ kind }) => kind)).toEqual(['strong']);
  });

  test('is read from its packed rich text where there is nothing else', async () => {
    const rich =
      "{\\rtf1\\ansi\\ansicpg1251 {\\b \\'c4\\'ee\\'f0\\'ee\\'e3\\'e0} open.\\par And shut.}";
    const packed = Buffer.alloc(16 + rich.length);
    packed.writeUInt32LE(rich.length + 12, 0);
    packed.writeUInt32LE(rich.length, 4);
    packed.writeUInt32LE(0x414c454d, 8);
    packed.write(rich, 16, 'latin1');
    const { documents } = await read({ streams: { ...head, '10090102': packed } });
    const [message] = documents;
    expect(message && outline(message).slice(-2)).toEqual([
      'paragraph: Дорога open.',
      'paragraph: And shut.',
    ]);
    const [mark] = message?.marks ?? [];
    expect(message?.text.slice(mark?.start, mark?.end)).toBe('Дорога');
    expect(message && blockFaults(message)).toEqual([]);
  });

  test('in an encoding of the time before Unicode', async () => {
    const streams = {
      '0037001E': Buffer.from('\xd1\xf2\xf3\xeb', 'latin1'),
      '1000001E': Buffer.from('\xc4\xe0.', 'latin1'),
    };
    const { documents } = await read({ streams, numbers: { [CODE_PAGE]: 1251 } });
    expect(documents[0]?.text).toBe('Subject: Стул\n\nДа.');
  });
});

describe('what is no message', () => {
  test('is another old office document', async () => {
    const other = Buffer.from(makeMsg({ streams: head }));
    const name = Buffer.from('__properties_version1.0', 'utf16le');
    const bytes = Buffer.from(
      other.toString('latin1').replaceAll(name.toString('latin1'), 'x'.repeat(name.length)),
      'latin1',
    );
    const { refused } = await readBytes('a.doc', bytes);
    expect(refused).toMatchObject([{ code: 'unsupported-format' }]);
    expect(refused[0]?.message).toContain('an old office document');
  });

  test('or damaged: one clear line, wherever it is cut or changed', async () => {
    const bytes = makeMsg({ streams: { ...head, '1000001F': 'Words. '.repeat(1000) } });
    for (let at = 8; at < bytes.length; at += 499) {
      for (const { code } of (await readBytes('a.msg', bytes.slice(0, at))).refused) {
        expect(code).not.toBe('internal');
      }
      const changed = bytes.slice();
      changed[at] = 0xff;
      for (const { code } of (await readBytes('a.msg', changed)).refused) {
        expect(code).not.toBe('internal');
      }
    }
  });
});
