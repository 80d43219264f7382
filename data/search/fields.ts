import { markings } from '../model/common.ts';
import { ReadingState } from '../model/document.ts';
import { regionKinds } from '../text/region-kinds.ts';
import { say } from '../words/say.ts';
import { readDays } from './days.ts';
import { valueFields, type FieldName, type Filter, type Phrase, type ValueField } from './query.ts';

/** What `region:` stands for beside the kinds of regions: wherever it stands. */
export const ANY_REGION = 'all';

const allowed: Readonly<Partial<Record<ValueField, readonly string[]>>> = {
  marking: [...markings, 'none'],
  state: ReadingState.options,
  region: [ANY_REGION, ...regionKinds],
};

/**
 * What a field asks for; or why it cannot be read, in words.
 * `phrase`: the value as words, where it has any.
 */
export function filterOf(
  field: FieldName,
  value: string,
  phrase: Phrase | undefined,
): Filter | { fault: string } {
  if (field === 'date') return dateFilter(value);
  if (isValueField(field)) return valueFilter(field, value);
  if (!phrase) return { fault: say('search.emptyField', { field }) };
  return { kind: 'words', field, leaf: phrase };
}

function dateFilter(value: string): Filter | { fault: string } {
  const days = readDays(value);
  return days ? { kind: 'date', days } : { fault: say('search.noDate', { value }) };
}

/** Languages are compared as they are named, `zh` is also `zh-Hans`; the others are one of a few words. */
function valueFilter(field: ValueField, value: string): Filter | { fault: string } {
  const known = allowed[field];
  const found = known?.find((one) => one.toLowerCase() === value.toLowerCase());
  if (known && found === undefined) {
    return { fault: say('search.noSuchValue', { field, value, known: known.join(', ') }) };
  }
  return { kind: 'value', field, value: found ?? value.toLowerCase() };
}

const isValueField = (field: FieldName): field is ValueField =>
  valueFields.some((one) => one === field);
