import { describe, expect, test } from 'vitest';
import { mbox } from '#data/formats/import/mail/mbox.ts';
import { bareTools } from '#data/formats/import/tools.ts';
import { readDocuments, readParts } from './read-parts.ts';

const line = 'From - Mon Feb  4 10:00:00 2019';
const titles = async (content: string, name = 'a.mbox') =>
  (await readDocuments(name, content)).map(({ title }) => title);

describe('a mail box', () => {
  test('gives its messages, each with its own bytes', async () => {
    const box = `${line}\nSubject: One\n\nIt snows.\n\n${line}\nSubject: Two\n\nStill.\n`;
    expect(await readDocuments('a.mbox', box)).toMatchObject([
      { title: 'One', part: 'message 1', bytes: Buffer.from('Subject: One\n\nIt snows.\n') },
      { title: 'Two', part: 'message 2', mediaType: 'message/rfc822' },
    ]);
    expect(await titles(box.replaceAll('\n', '\r\n'))).toEqual(['One', 'Two']);
    expect(await titles(box, 'Inbox')).toEqual(['One', 'Two']);
  });

  test('tells whose attachment is whose', async () => {
    const file = '--x\nContent-Disposition: attachment; filename=a.txt\n\nFile.';
    const box = `${line}\nSubject: One\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\nA.\n${file}\n--x--\n`;
    expect(await readDocuments('a.mbox', `${line}\nSubject: Zero\n\nB.\n\n${box}`)).toMatchObject([
      { part: 'message 1' },
      { part: 'message 2' },
      { part: 'message 2/a.txt', attachedTo: 'message 2', text: 'File.' },
    ]);
  });

  test('takes back what it did to lines that begin like a message', async () => {
    const box = `${line}\nSubject: One\n\n>From the bridge.\n>>From it.\nno >From here\n`;
    const [{ text, bytes }] = await readDocuments('a.mbox', box);
    expect(text).toContain('From the bridge.\nFrom it.\nno >From here');
    expect(Buffer.from(bytes ?? []).toString()).toContain('\nFrom the bridge.\n>From it.\n');
  });

  test.each([
    'From here on it is closed.',
    `${line}\nis how it ended.`,
    'From somebody',
    'From me on Monday at 10 in 2019\nX: y',
  ])('takes no line of a letter for a message: %j', async (words) => {
    expect(await titles(`${line}\nSubject: One\n\nBefore.\n\n${words}\n`)).toEqual(['One']);
    expect(await titles(`${line}\nSubject: One\n\nBefore\n${line}\nX: y\n`)).toEqual(['One']);
  });

  test.each([
    'From a@b.example Thu Jan 01 00:00:00 +0000 2015',
    'From "a b"@c.example  Fri Jul  8 12:08 2011 remote from d',
    'From MAILER-DAEMON Fri, 08 Jul 2011 12:08:34 2011',
  ])('%s begins one', async (envelope) => {
    expect(await titles(`${envelope}\nSubject: One\n\nWords.\n`, 'box')).toEqual(['One']);
  });

  test('goes on behind a message that cannot be read', async () => {
    const sealed = `${line}\nContent-Type: application/pkcs7-mime\n\nxx\n\n`;
    expect(await readParts('a.mbox', `${sealed}${line}\nSubject: Two\n\nStill.\n`)).toMatchObject([
      { part: 'message 1.eml', error: { code: 'import-failed' } },
      { title: 'Two', part: 'message 2' },
    ]);
  });

  test('without an envelope is a mail, or none', async () => {
    expect(await titles('From: a@b.example\nTo: c@d.example\nSubject: One\n\nWords.')).toEqual([
      'One',
    ]);
    await expect(readParts('a.mbox', 'Just words.')).rejects.toMatchObject({
      code: 'import-failed',
    });
  });

  test('says how far it is', async () => {
    const told: number[] = [];
    const bytes = Buffer.from(
      `${line}\nSubject: a\n\n${'Words of it.\n'.repeat(40_000)}\n`.repeat(3),
    );
    const tools = { ...bareTools, progress: (done: number) => void told.push(done) };
    let count = 0;
    for await (const one of mbox.convert({ name: 'a.mbox', bytes }, tools)) {
      expect(one).toMatchObject({ title: 'a' });
      count++;
    }
    expect(count).toBe(3);
    expect(told.length).toBeGreaterThan(6);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
    expect(told.at(-1)).toBeLessThanOrEqual(2 * bytes.length);
  });
});
