/** Names of the months, January first, as they stand in dates; low-case, without the point of an abbreviation. */
const NAMES: readonly string[] = [
  'january|jan|января|январь|янв|januar|jänner|janvier|janv|enero|ene|ocak|ژانویه|ژانویهٔ|يناير|جنوری|січня|yanvar|қаңтар|gennaio|janeiro|stycznia',
  'february|feb|февраля|февраль|фев|februar|février|févr|fevrier|febrero|şubat|فوریه|فوریهٔ|فبراير|فروری|лютого|fevral|febbraio|fevereiro|lutego',
  'march|mar|марта|март|мар|märz|maerz|mars|marzo|mart|مارس|مارچ|березня|marta|março|marca',
  'april|apr|апреля|апрель|апр|avril|avr|abril|abr|nisan|آوریل|أبريل|ابريل|اپریل|квітня|aprel|aprile|kwietnia',
  'may|мая|май|mai|mayo|mayıs|مه|می|مايو|مئی|травня|maggio|maio|maja',
  'june|jun|июня|июнь|июн|juni|juin|junio|haziran|ژوئن|يونيو|جون|червня|iyun|giugno|junho|czerwca',
  'july|jul|июля|июль|июл|juli|juillet|juil|julio|temmuz|ژوئیه|ژوئیهٔ|جولای|يوليو|جولائی|липня|iyul|luglio|julho|lipca',
  'august|aug|августа|август|авг|août|aout|agosto|ago|ağustos|اوت|آگوست|أغسطس|اغسطس|اگست|серпня|avgust|sierpnia',
  'september|sept|sep|сентября|сентябрь|сен|сент|septembre|septiembre|eylül|سپتامبر|سبتمبر|ستمبر|вересня|sentabr|settembre|setembro|września',
  'october|oct|октября|октябрь|окт|oktober|okt|octobre|octubre|ekim|اکتبر|أكتوبر|اكتوبر|اکتوبر|жовтня|oktabr|ottobre|outubro|października',
  'november|nov|ноября|ноябрь|ноя|novembre|noviembre|kasım|نوامبر|نوفمبر|نومبر|листопада|noyabr|novembro|listopada',
  'december|dec|декабря|декабрь|дек|dezember|dez|décembre|déc|decembre|diciembre|dic|aralık|دسامبر|ديسمبر|دسمبر|грудня|dekabr|dicembre|dezembro|grudnia',
];

const MONTHS: ReadonlyMap<string, number> = new Map(
  NAMES.flatMap((names, at) => names.split('|').map((name): [string, number] => [name, at + 1])),
);

/** The number of a month by its name, in any of the languages; undefined when it is none. */
export const monthOf = (word: string): number | undefined =>
  MONTHS.get(word.toLowerCase().replace(/\u0307/g, ''));

/** Words that stand beside a date and say nothing more: days of the week, zones, halves of the day. */
const BESIDE: ReadonlySet<string> = new Set(
  [
    'monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun',
    'понедельник|вторник|среда|четверг|пятница|суббота|воскресенье|пн|вт|ср|чт|пт|сб|вс|мск|года|г',
    'montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|uhr|den|vom|am',
    'lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|le|à|h|lunes|martes|miércoles|jueves|viernes|sábado|domingo|el|de|del|a|las',
    'pazartesi|salı|çarşamba|perşembe|cuma|cumartesi|pazar|saat',
    'شنبه|یکشنبه|دوشنبه|سه|چهارشنبه|پنجشنبه|پنج|چهار|جمعه|ساعت|الأحد|الاثنين|الإثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت|م|ه',
    '星期|星期一|星期二|星期三|星期四|星期五|星期六|星期日|周一|周二|周三|周四|周五|周六|周日|日|北京时间',
    'gmt|utc|est|edt|pst|pdt|cet|cest|bst|ist|pkt|pst|msk|am|pm|at|on|noon|date|дата|z|t|the|and|et|local|time|jst|kst|aft',
  ].flatMap((words) => words.split('|')),
);

export const isBesideDate = (word: string): boolean => BESIDE.has(word.toLowerCase());
