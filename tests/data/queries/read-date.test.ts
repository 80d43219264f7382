import { describe, expect, test } from 'vitest';
import { readDate } from '#data/queries/read-date.ts';

describe('dates as people write them', () => {
  test.each([
    ['2016-08-03', '2016-08-03'],
    ['201X', '201X'],
    ['2016/..', '2016/..'],
    ['3 August 2016', '2016-08-03'],
    ['3rd of august 2016', '2016-08-03'],
    ['the 3rd of August, 2016', '2016-08-03'],
    ['August 3, 2016', '2016-08-03'],
    ['Aug. 3rd 2016', '2016-08-03'],
    ['2016 August 3', '2016-08-03'],
    ['Aug 2016', '2016-08'],
    ['Sept 2016', '2016-09'],
    ['August, 2016', '2016-08'],
    ['2016-2020', '2016/2020'],
    ['2016–2020', '2016/2020'],
    ['2016 to 2020', '2016/2020'],
    ['from 2016 to 2020', '2016/2020'],
    ['between 2016 and 2020', '2016/2020'],
    ['2016-17', '2016/2017'],
    ['about 2015', '2015~'],
    ['ca. 2015', '2015~'],
    ['c. 2015', '2015~'],
    ['circa May 2015', '2015-05~'],
    ['~2015', '2015~'],
    ['2015?', '2015?'],
    ['probably 2015', '2015?'],
    ['perhaps about 2015', '2015%'],
    ['3.8.2016', '2016-08-03'],
    ['03.08.2016', '2016-08-03'],
    ['2016-8-3', '2016-08-03'],
    ['2016/8/3', '2016-08-03'],
    ['13/4/2016', '2016-04-13'],
    ['4/13/2016', '2016-04-13'],
    ['4/4/2016', '2016-04-04'],
    ['8/2016', '2016-08'],
    ['3–5 August 2016', '2016-08-03/2016-08-05'],
    ['June-August 2016', '2016-06/2016-08'],
    ['30 July - 3 August 2016', '2016-07-30/2016-08-03'],
    ['1 May 2016 to 3 June 2017', '2016-05-01/2017-06-03'],
    ['since 2016', '2016/..'],
    ['since August 2016', '2016-08/..'],
    ['after 3 August 2016', '2016-08-03/..'],
    ['until 2021', '../2021'],
    ['before May 2021', '../2021-05'],
    ['the 1990s', '199X'],
    ['19th century', '18XX'],
    ['spring 2016', '2016-21'],
    ['44 BC', '-0043'],
    ['1 BC', '0000'],
  ])('%s', (typed, edtf) => {
    expect(readDate(typed)).toEqual({ edtf });
  });

  test('asks when two days may be meant', () => {
    expect(readDate('3/4/2016')).toEqual({ choices: ['2016-04-03', '2016-03-04'] });
  });

  test.each([
    ['30 February 2016', 'there is no 2016-02-30'],
    ['29.2.2015', 'there is no 2015-02-29'],
    ['2020-2010', '2020/2010 ends before it begins'],
    ['2016-13', 'there is no month 13'],
    ['2016-08-32', 'there is no day 32'],
    ['{2016, 2017}', 'a set of dates is not taken'],
    ['Thursday', 'not a date'],
    ['3 August', 'not a date'],
    ['5 August 2016 - 3 August 2016', 'ends before it begins'],
  ])('says what is wrong with %j', (typed, fault) => {
    expect(readDate(typed).fault).toContain(fault);
  });
});
