import { z } from 'zod';

const year = '(?:-?\\d{4}|\\d{3}X|\\d{2}XX)';
const month = '(?:0[1-9]|1[0-2]|XX|2[1-4])'; // 21-24 are the seasons of EDTF level 1
const day = '(?:0[1-9]|[12]\\d|3[01]|XX)';
const single = `${year}(?:-${month}(?:-${day})?)?[?~%]?`;
/** What is taken of EDTF. */
export const EDTF_PATTERN = new RegExp(
  `^(?:${single}|(?:${single}|\\.\\.)?/(?:${single}|\\.\\.)?)$`,
);

/**
 * A date as the text allows it, in the Extended Date/Time Format (ISO 8601-2, levels 0 and 1 without
 * times): `2016-08-03`, `2016-08`, `2021~`, `201X`, `2016-08-01/2016-08-03`, `2016/..`. What the text
 * does not fix stays absent.
 */
export const Edtf = z
  .string()
  .refine((text) => EDTF_PATTERN.test(text) && text !== '/' && daysExist(text), 'not an EDTF date');
export type Edtf = z.infer<typeof Edtf>;

/** No 30 February: every full date in the text must be one of the calendar. */
function daysExist(text: string): boolean {
  return text.split('/').every((part) => {
    const full = /^(\d{4})-(\d{2})-(\d{2})[?~%]?$/.exec(part);
    if (!full || Number(full[2]) > 12) return true;
    const date = new Date(Date.UTC(Number(full[1]), Number(full[2]) - 1, Number(full[3])));
    date.setUTCFullYear(Number(full[1]));
    return date.getUTCDate() === Number(full[3]);
  });
}
