import { isOneOf } from './words.ts';
import { datesIn, type FoundDate } from './dates.ts';
import { isBesideDate, monthOf } from './months.ts';

/** How a report begins: the place, and the day when it is told with its year. */
export interface Dateline {
  place: string;
  /** End of the place in the row; it begins it. */
  start: number;
  end: number;
  date?: FoundDate;
}

/** Longest dateline in code units. */
const LONGEST = 90;
const AGENCY =
  /^(?:Reuters|AFP|AP|Xinhua|TASS|ТАСС|dpa|DPA|EFE|ANI|PTI|APP|IRNA|UPI|AA|Kyodo|Interfax|Интерфакс|РИА Новости|Khaama Press|Pajhwok|Bloomberg|رويترز|شينخوا|أ ف ب|د ب أ|ایرنا)/u;
const NAME = /^[\p{Lu}\p{Lo}][\p{L}\p{M}’'-]{1,20}(?: [\p{Lu}\p{Lo}][\p{L}\p{M}’'-]{1,20}){0,2}/u;
/** The day behind a name: “, Aug 4”, “, 4 августа”, “، ۴ اوت”, with its year or without. */
const DAY = /^[,،]? ?(\p{L}{3,10}\.? \p{Nd}{1,2}|\p{Nd}{1,2} \p{L}{2,12})(?:,? \p{Nd}{4})?/u;
/** Words in capitals that begin reports and are no place. */
const NO_PLACE =
  'breaking|update|updated|note|warning|exclusive|summary|alert|urgent|opinion|analysis|editorial|watch|video|factbox|timeline|explainer|interview|correction|question|answer|background|abstract|key|read|live|photos|nato|asean|saarc|osce|unhcr|unicef|ecowas|opec|brics|who|un|eu|us|usa|uk|uae|ussr|covid|subject|date|from|to|re|cc|attention|important|moderator|speaker|president|chairman|minister|срочно|внимание|вопрос|ответ|молния|report|statement|survey|study|photos|special|news|press|release|notice|memo|memorandum|letter|answers|part|chapter|article|section|annex|the|of|and|for|in|on|обновлено';

/**
 * “ISLAMABAD:”, “KABUL, Aug 4 (Xinhua) --”, “УРУМЧИ, 4 августа. /ТАСС/”, “新华社喀布尔8月4日电”: the place at the start of
 * a report. In small letters a day or an agency must stand beside it.
 */
export function datelineIn(text: string): Dateline | undefined {
  const head = text.slice(0, LONGEST);
  const chinese =
    /^[(（【]?(?:新华社|中新社|中新网|人民网|本报)(\p{Script=Han}{2,6}?)\d{1,2}月\d{1,2}日(?:电|讯)/u.exec(
      head,
    );
  if (chinese?.[1]) {
    const start = chinese[0].indexOf(chinese[1]);
    return { place: chinese[1], start, end: start + chinese[1].length };
  }
  return inCapitals(head) ?? besideDay(head);
}

/** A name in capitals, and a colon or a dash behind it, or its day or its agency. */
function inCapitals(head: string): Dateline | undefined {
  const name = /^\p{Lu}[\p{Lu}’'-]{2,}(?: \p{Lu}[\p{Lu}’'.-]+){0,2}/u.exec(head)?.[0];
  if (name === undefined || name.split(' ').some((word) => isOneOf(word, NO_PLACE)))
    return undefined;
  const rest = head.slice(name.length);
  const isBare = /^(?:, \p{Lu}[\p{L}.]{2,20}(?: \p{Lu}[\p{L}.]{2,20})?)?(?: ?:| ?[—–]| --?) /u.test(
    rest,
  );
  return isBare || behindName(rest) ? withDate(head, titleCase(name), name.length) : undefined;
}

/** “Osh, 3 May.”, “Kabul (Reuters) -”. */
function besideDay(head: string): Dateline | undefined {
  const name = NAME.exec(head)?.[0];
  if (name === undefined || name.split(' ').some((word) => isBesideDate(word))) return undefined;
  return behindName(head.slice(name.length)) ? withDate(head, name, name.length) : undefined;
}

/** Whether a day, an agency or both stand right behind a name, and a sign that parts them from the report. */
function behindName(rest: string): boolean {
  const found = DAY.exec(rest);
  const isDay = found?.[1] !== undefined && (found[1].match(/\p{L}+/gu) ?? []).some(isMonth);
  const behind = isDay ? rest.slice(found[0].length) : rest;
  const agency = /^\.? ?[(/]([^()/]{2,30})[)/]/u.exec(behind);
  const isAgency = agency?.[1] !== undefined && AGENCY.test(agency[1]);
  if (!isDay && !isAgency) return false;
  return /^\.? ?(?:[—–:.]|--?|$)(?: |$)/u.test(isAgency ? behind.slice(agency[0].length) : behind);
}

const isMonth = (word: string): boolean => monthOf(word) !== undefined;

function withDate(head: string, place: string, end: number): Dateline {
  const [date] = datesIn(head);
  const between = date ? head.slice(end, date.start) : '';
  const isNear = date && date.start <= end + 24 && !/[^\p{L}\s,،]/u.test(between);
  return { place, start: 0, end, ...(isNear && { date }) };
}

const titleCase = (name: string): string =>
  name
    .toLowerCase()
    .replace(
      /(^|[\s’'-])(\p{L})/gu,
      (_, before: string, letter: string) => before + letter.toUpperCase(),
    );
