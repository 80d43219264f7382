import { fieldAddress } from '../office/addresses.ts';
import type { Field } from './state.ts';

/** Fields around words that are looked at. */
const MOST_FIELDS = 20;

/** Where the words of a field lead to, or of a field around it. */
export function addressOf(field: Field | undefined): string | undefined {
  let one = field;
  for (let count = 0; one && count < MOST_FIELDS; count++, one = one.above) {
    const address = fieldAddress(one.instruction);
    if (address !== undefined) return address;
  }
  return undefined;
}

/** Whether they are those of a table of contents. */
export function isContents(field: Field | undefined): boolean {
  let one = field;
  for (let count = 0; one && count < MOST_FIELDS; count++, one = one.above) {
    if (/^\s*(?:TOC|INDEX)(?:\s|$)/i.test(one.instruction)) return true;
  }
  return false;
}
