import { describe, expect, test } from 'vitest';
import { proposedOrigins } from '#data/queries/origins/proposed-origins.ts';
import { toTheEnd } from '#data/queries/to-the-end.ts';
import { codebook } from '../../operations/seed.ts';
import { TestCase } from '../../operations/test-case.ts';

const TEXT = 'Four armies agreed.\n\nThey will meet again, a general told Reuters on Friday.';

function caseWith(more: Readonly<Record<string, unknown>> = {}, text = TEXT): TestCase {
  const one = new TestCase();
  one.do('case.create', { uid: 'u1', title: 'A case', codebook });
  one.addText('d1', text, [], more);
  return one;
}

const names = (one: TestCase) =>
  toTheEnd(proposedOrigins(one.state)).origins.map(({ name }) => name);

describe('nobody is the origin of what he published', () => {
  test.each([
    ['as the analyst says', { publisher: 'Reuters news agency' }],
    [
      'as was found in the file',
      { proposals: [{ field: 'publisher', value: 'Reuters', from: 'file' }] },
    ],
    ['as the title says', { title: 'Four armies agree | Reuters' }],
    ['as the address says', { url: 'https://www.reuters.com/article/1' }],
  ])('%s', (_, more) => {
    expect(names(caseWith(more))).toEqual([]);
    expect(names(caseWith())).toEqual(['Reuters']);
  });

  test('unless these very words were taken for the publisher', () => {
    const text = `Four armies agreed.\n\nThey will meet again.\n\nSource: The Kesk Courier`;
    const start = text.indexOf('The Kesk');
    const from = { start, end: text.length };
    const proposals = [{ field: 'publisher', value: 'The Kesk Courier', from }];
    expect(names(caseWith({ proposals }, text))).toEqual(['Kesk Courier']);
  });
});

test('those with the most documents come first', () => {
  const one = caseWith();
  one.addText('d2', 'They met, Xinhua reported.');
  one.addText('d3', 'They agreed, according to Xinhua.');
  expect(names(one)).toEqual(['Xinhua', 'Reuters']);
});
