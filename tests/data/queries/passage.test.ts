import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { passageAround } from '#data/queries/passage.ts';

/** The passage around the first place of some words. */
function around(text: string, words: string) {
  const start = text.indexOf(words);
  return passageAround(text, { start, end: start + words.length });
}

const long =
  'On Wednesday officers of the four states met behind closed doors in the regional capital. ';

describe('the passage around a quote', () => {
  it('is the sentence the quote stands in', () => {
    const text = `${long}The hosts then proposed a common mechanism against terrorism on all borders. ${long}`;
    expect(around(text, 'a common mechanism')).toEqual({
      before: 'The hosts then proposed ',
      after: ' against terrorism on all borders.',
    });
  });

  it('takes the neighbours in when the quote is nearly all of its sentence', () => {
    expect(around(`${long}They agreed. ${long}`, 'They agreed')).toEqual({
      before: long,
      after: `. ${long.trimEnd()}`,
    });
  });

  it('stays in the paragraph', () => {
    expect(around(`A headline\n${long}\nMenu`, 'officers')).toMatchObject({
      before: 'On Wednesday ',
      after: expect.stringMatching(/ capital\.$/) as string,
    });
    expect(around('A headline\nThey agreed.\nMenu', 'They agreed')).toEqual({
      before: '',
      after: '.',
    });
  });

  it('follows a sentence over lines that were wrapped by hand', () => {
    expect(around('Officers of four\nstates met in\na city.', 'states')).toEqual({
      before: 'Officers of four ',
      after: ' met in a city.',
    });
  });

  it('cuts a very long sentence between words and says so', () => {
    const { before, after } = around(`${'word '.repeat(100)}here ${'more '.repeat(100)}`, 'here');
    expect(before).toMatch(/^…(word )+$/);
    expect(after).toMatch(/^( more)+…$/);
    expect(before.length + after.length).toBeLessThan(490);
  });

  it('knows the full stops of other scripts', () => {
    const text = `${'四国军队领导人在乌鲁木齐举行会议。'.repeat(4)}他们建立了合作协调机制以应对恐怖主义的威胁，并就边境安全、情报交流、联合训练以及人员培训达成了一致意见，还将定期会晤以便协调行动。${'会议于周三闭幕。'.repeat(4)}`;
    expect(around(text, '合作协调机制').before).toBe('他们建立了');
  });

  it('is always words of the text beside the quote', () => {
    const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 700 });
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (words, one, other) => {
        const start = one % words.length;
        const end = start + 1 + (other % (words.length - start));
        const { before, after } = passageAround(words, { start, end });
        const flat = (part: string) => part.replace(/\s+/g, ' ');
        expect(flat(words.slice(0, start)).endsWith(before.replace(/^…/, ''))).toBe(true);
        expect(flat(words.slice(end)).startsWith(after.replace(/…$/, ''))).toBe(true);
        expect(before.length).toBeLessThanOrEqual(241);
        expect(after.length).toBeLessThanOrEqual(241);
      }),
    );
  });
});
