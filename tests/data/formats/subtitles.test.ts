import { describe, expect, test } from 'vitest';
import type { Converted } from '#data/formats/import/format.ts';
import { blockFaults, convert, metaOf, outline } from './convert.ts';

const srt = (...lines: string[]) => convert('talk.srt', lines.join('\r\n'));
const vtt = (...lines: string[]) => convert('talk.vtt', ['WEBVTT', '', ...lines].join('\n'));
const timed = ({ text, cues = [] }: Converted) =>
  cues.map(({ start, end, from, to }) => `${from}-${to} ${text.slice(start, end)}`);

describe('SubRip', () => {
  test('gives what is said with its times, and no tags', async () => {
    const read = await srt(
      '\ufeff1',
      '00:00:01,000 --> 00:00:03,000',
      '{\\an8}<font color="#fff">One</font> &amp; <i>two</i>, 1 < 2 <3',
      '',
      '2',
      '100:00:04.5-->100:00:06,500 X1:10',
      '<b>Minister:</b> Drive',
      'slowly.',
      '',
      '- And you?',
    );
    expect(timed(read)).toEqual([
      '1000-3000 One &amp; two, 1 < 2 <3',
      '360004500-360006500 Minister: Drive slowly.\n- And you?',
    ]);
    expect(outline(read)).toEqual([
      'cue: One &amp; two, 1 < 2 <3',
      'cue: Minister: Drive slowly.',
      'cue: - And you?',
    ]);
    expect(read.marks?.map(({ kind, start, end }) => [kind, read.text.slice(start, end)])).toEqual([
      ['emphasis', 'two'],
      ['strong', 'Minister:'],
    ]);
    expect(read).toMatchObject({ title: 'talk', mediaType: 'application/x-subrip' });
    expect(blockFaults(read)).toEqual([]);
  });

  test('without empty lines, without times, without words', async () => {
    const read = await srt(
      ...['1', '00:00:01,000 --> 00:00:03,000', 'Fourty', '42'],
      ...['2', '00:00:04,000 --> 00:00:03,000', 'Two', '3', '00:xx --> 1', 'Three'],
      ...['4', '00:00:05,000 --> 00:00:06,000', ''],
    );
    expect(timed(read)).toEqual(['1000-3000 Fourty 42', '4000-4000 Two']);
    expect(read.text).toBe('Fourty 42\nTwo\nThree');
    expect((await srt('Only words.')).text).toBe('Only words.');
  });

  test('is known by its beginning, and a text by its name', async () => {
    const content = '1\n00:00:01,000 --> 00:00:03,000\nOne\n';
    expect((await convert('talk', content)).text).toBe('One');
    expect((await convert('talk.txt', content)).text).toContain('-->');
  });
});

describe('WebVTT', () => {
  test('gives who speaks, and leaves out what places the words', async () => {
    const read = await vtt(
      ...['STYLE', '::cue { color: red }', ''],
      ...['NOTE Made by', 'hand', ''],
      ...['intro', '00:01.000 --> 00:03.500 line:0 align:start'],
      ...['<v.loud Minister>The <c.big>road &amp; <i>bridge</i></c> <00:02.000>are open.', ''],
      ...['REGION', 'id:x', '', '00:04.000 --> 00:05.000', '- &lt;Yes&gt;', '- No'],
    );
    expect(outline(read)).toEqual([
      '~comment: Made by',
      '~comment: hand',
      'cue: Minister: The road & bridge are open.',
      'cue: - <Yes>',
      'cue: - No',
    ]);
    expect(timed(read)).toEqual([
      '1000-3500 Minister: The road & bridge are open.',
      '4000-5000 - <Yes>\n- No',
    ]);
    expect(read.reading.leftOut).toEqual({ characters: 37, what: ['style'] });
    expect(read.mediaType).toBe('text/vtt');
  });

  test('keeps readings out of the words, and arrows between words in them', async () => {
    const read = await vtt(
      ...['00:01.000 --> 00:02.000', '<ruby>漢<rt>kan</rt>字<rt>ji</rt></ruby>です', ''],
      ...['00:03.000 --> 00:04.000', 'From Kesk --> Osh', '<ruby>山<rt>yama', ''],
    );
    expect(read.text).toBe('漢字です\nFrom Kesk --> Osh 山');
    expect(
      read.marks?.map((mark) => [read.text.slice(mark.start, mark.end), mark.reading]),
    ).toEqual([
      ['漢', 'kan'],
      ['字', 'ji'],
      ['山', 'yama'],
    ]);
  });

  test('tells its language', async () => {
    const read = await convert('a.vtt', 'WEBVTT\nLanguage: ckb\n\n00:01.000 --> 00:02.000\nOne');
    expect(metaOf(read).language).toBe('ckb');
  });
});

test('never shows an arrow, and ends soon', { timeout: 60_000 }, async () => {
  const pieces = [
    '-->\n',
    '1 --> 2 -->\n',
    '<i ',
    '<i>',
    '{\\',
    '<v a>',
    '00:00:01 --> 00:00:02\nx\n',
    '1\n',
  ];
  for (const piece of pieces) {
    const read = await convert('a.srt', `${piece.repeat(100_000)}\nEnd.`);
    expect(read.text).not.toContain('-->');
    expect(read.text).toContain('End.');
  }
});
