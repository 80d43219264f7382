import { describe, expect, test } from 'vitest';
import { dateFault, Edtf } from '#data/model/edtf.ts';

const accepts = (text: string): boolean => dateFault(text) === undefined;

describe('dates as the text allows them', () => {
  test.each([
    '2016',
    '2016-08',
    '2016-08-03',
    '2016-02-29',
    '-0043',
    '201X',
    '20XX',
    '2016-XX',
    '2016-08-XX',
    '2016~',
    '2016-08?',
    '2016-08-03%',
    '2016-21',
    '2016-08-01/2016-08-03',
    '2016/..',
    '../2016',
    '2016/',
    '/2016',
    '2016~/2018?',
    '2016/2016-05',
    '2016-08/2016-08-03',
    '201X/2012',
    '2016-24/2016-02',
    '-0044-02-29',
    '-0043-03-15',
    '-0099',
    '201X-02-29',
    '2016-XX-XX',
  ])('%s', (text) => expect(accepts(text)).toBe(true));

  test.each([
    '',
    '/',
    'Thursday',
    '16',
    '2016-8-3',
    '2016-13',
    '2016-25',
    '2016-02-30',
    '2015-02-29',
    '2016-04-31',
    '2016-08-32',
    '2016-08-03T10:00',
    '3 August 2016',
    '2016/2017/2018',
    '2016 ',
    '2016-08-03/2016-02-30',
    '1XXX',
    '2020/2010',
    '2020-05-09/2020-05-08',
    '2016-08-03/2016-08-01',
    '2016?/2015~',
    '201X/1999',
    '-0044-02-30',
    '-0043-02-29',
    '2016-24-05',
    '2016-XX-31',
    '201X-02-30',
    '2016-04-31/2016-05',
    '{2016,2017}',
    '[2016..2018]',
    '../..',
    '/..',
  ])('not %j', (text) => expect(accepts(text)).toBe(false));
});

test('a record may hold what earlier versions took', () => {
  for (const text of ['2020/2010', '2016-24-05', '../..'])
    expect(Edtf.safeParse(text).success).toBe(true);
  expect(Edtf.safeParse('Thursday').success).toBe(false);
});
