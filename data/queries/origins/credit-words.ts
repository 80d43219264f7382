/** How a text as a whole is told to come from somewhere: at its head, at its end, or in a line of its own. */

/** Words of pictures: a line with one of them says who made a picture, not who wrote the text. */
const PICTURE =
  /(?:^|[^\p{L}])(?:photos?|photograph\w{0,5}|images?|pictures?|file|getty|handout|video|graphic|map|illustration|фото\p{L}{0,6}|видео|снимок|foto|bild|عکس|تصویر|تصوير|صورة|الصورة|فائل)(?!\p{L})|图|摄|[\p{L}.]\/[\p{L}]/iu;

/** Whether a line is about a picture. A slash parts who made it from who sells it: “Ada Kerim/AFP”. */
export const isAboutPicture = (line: string): boolean => PICTURE.test(line);

/** What stands before a name in a line of credit: “Source:”, “With inputs from”, “By”. */
const LABEL =
  /^[([*\s–—-]{0,3}(?:source|sources|via|courtesy|courtesy of|by|from|agency|agencies|with inputs?(?: from)?|\(?with (?:agency )?inputs? from|with files from|with reporting (?:by|from)|with additional reporting (?:by|from)|reporting by|compiled from|credit|news source|author|источник|первоисточник|по материалам|по сообщениям|quelle|fuente|kaynak|منبع|المصدر|مصدر|ماخذ|بشکریہ|سرچینه|来源|文章来源|来源于|信息来源|稿件来源|新闻来源|转自|转载自|消息来源|مەنبە) ?[:：]? ?(?:the )?[«"“《（(]?$/iu;
/** The same amid other words. */
const WITHIN =
  /(?:with (?:agency |additional )?inputs? from|with files from|with (?:additional )?reporting (?:by|from)|по материалам|转载自|文章来源[:：]?|来源[:：]|（来源[:：]) ?(?:the )?[«"“《]?$/iu;
/** “first published in”, “reprinted from”: the name may be any. */
const PUBLISHED =
  /(?:(?:(?:was|were|has been|had been|is|article|story|report|piece|text|post|version of it)(?: was)? )?(?:first|originally|previously|initially) (?:published|appeared|posted|printed|run|ran|released|reported|aired)(?: online)? (?:in|on|by|at|with)|(?:appeared|published) (?:first|originally) (?:in|on|by|at)|(?:republished|reprinted|reproduced|reposted|cross-?posted|excerpted|adapted) (?:from|with (?:the )?permission (?:of|from)|courtesy of)|courtesy of|read the (?:original|full) (?:article|story) (?:on|at|in)|впервые опубликован\p{L}{0,3} (?:в|на)|оригинал (?:статьи|материала) (?:в|на)|首发于|原载于?|本文原载)(?: the)? ?[«"“《]?$/iu;
const RIGHTS =
  /(?:©|\(c\)|(?:^|[^\p{L}])copyright)(?: ?©)?(?: ?(?:19|20)\d\d(?: ?[-–] ?\d{2,4})?)?,?(?: by)?(?: the)? ?$/iu;

/** Code units of the words right before a name that say, amid others, that a text comes from there. */
export function creditBefore(before: string): number | undefined {
  const found = WITHIN.exec(before) ?? PUBLISHED.exec(before) ?? RIGHTS.exec(before);
  return found?.[0].replace(/^[^\p{L}©(（]/u, '').length;
}

/** Whether all that stands before a name in a line of its own says that the text comes from there. */
export const isCreditLabel = (before: string): boolean => LABEL.test(before);

/** Whether the words before a name are so plain that the name may be any: of nobody who is known. */
export function isOpenCredit(before: string): boolean {
  return PUBLISHED.test(before);
}

/** Whether all that stands before any name in a line of its own says that it is the source: not “By”. */
export function isSourceLabel(before: string): boolean {
  return (
    LABEL.test(before) &&
    !/^[^\p{L}]*(?:by|from|credit|author|via|agency|agencies)(?!\p{L})/iu.test(before)
  );
}

/** Behind an agency at the head of a report: a sign that parts it from the report. */
const PARTED = /^(?:[)）/\]] ?(?:[-–—:.،]|--|$|\s)| ?(?:[–—|]|--)| - |: |\. (?=\p{Lu}))/u;
/** Before it without a bracket: a place in capitals and its day, or nothing. */
const PLACE =
  /^(?:\p{Lu}[\p{Lu}’' -]{2,30}(?:, (?:\d{1,2} \p{L}{3,9}\.?|\p{L}{3,9}\.? \d{1,2}))? ?[,:—–-]{1,2} ?)?$/u;
/** Most words of a place and a day, of which the month may be in small letters. */
const MOST_WORDS = 7;
const CHINESE_HEAD = /^[(（【]?$/u;
const CHINESE_PARTED = /^\p{Script=Han}{0,8}(?:\d{1,2}月)?\d{1,2}日(?:电|讯|消息)/u;

/**
 * Code units behind an agency that end the line at the head of a report (“KABUL, Aug 4 (Reuters) -”,
 * “新华社北京8月3日电”) when `before` is all that stands before it; undefined when it is none.
 */
export function datelineBehind(before: string, behind: string): number | undefined {
  if (CHINESE_HEAD.test(before)) {
    const chinese = CHINESE_PARTED.exec(behind);
    if (chinese) return chinese[0].length;
  }
  const parted = PARTED.exec(behind);
  if (!parted) return undefined;
  const isOpen = /[(（/[]$/u.test(before);
  if (isOpen !== /^[)）/\]]/u.test(parted[0])) return undefined;
  if (!isOpen) return PLACE.test(before) ? 0 : undefined;
  const words = before.slice(0, -1).split(/\s/).filter(Boolean);
  const small = words.filter((word) => /^\p{Ll}/u.test(word));
  return words.length <= MOST_WORDS && small.length <= 1 ? 1 : undefined;
}
