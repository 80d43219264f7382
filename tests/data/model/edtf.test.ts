import { describe, expect, test } from 'vitest';
import { Edtf } from '#data/model/edtf.ts';

const accepts = (text: string): boolean => Edtf.safeParse(text).success;

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
  ])('not %j', (text) => expect(accepts(text)).toBe(false));
});
