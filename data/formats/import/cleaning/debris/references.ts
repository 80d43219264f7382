import { isPhrase, phrases } from '../phrases.ts';
import { isStatement, type Row } from '../rows.ts';
import type { Page } from './page.ts';

/** Headings of lists of what a text refers to. */
const TITLES = phrases(
  'references|reference|notes|sources|bibliography|works_cited|endnotes|end_notes|footnotes|citations',
  'further_reading|list_of_references|notes_and_references|references_and_notes|selected_bibliography',
  'литература|источники|примечания|список_литературы|сноски|ссылки|библиография|использованная_литература',
  'quellen|literatur|literaturverzeichnis|einzelnachweise|fußnoten|anmerkungen|quellenverzeichnis|quellenangaben',
  'références|notes_et_références|bibliographie|notes_de_bas_de_page|referencias|bibliografía|notas|fuentes',
  'منابع|منابع_و_مآخذ|پی_نوشت|پی_نوشت_ها|پانوشت|یادداشت_ها|المراجع|المصادر|الهوامش|قائمة_المراجع|حواشی|حوالہ_جات|ماخذ|مآخذ',
  '参考文献|参考资料|注释|注|资料来源|脚注|kaynaklar|kaynakça|dipnotlar|notlar|foydalanilgan_adabiyotlar',
);
const NUMBERED = /^(?:\[\d{1,4}\]|\(\d{1,4}\)|\d{1,4}[.)]|\^|[¹²³⁴-⁹*†‡]|[ivxlc]{1,6}\.)\s*\S/iu;
const ADDRESS = /^(?:\[?\d{1,4}[.)\]]?\s+|[•*-]\s+|\[\d{1,4}\]:?\s*)?(?:https?:\/\/|www\.)\S+$/i;
const WITH_ADDRESS = /https?:\/\/\S|\bwww\.\S|\bdoi[:.]/i;
/** What else tells a citation: pages, volumes, years in brackets, “accessed”. */
const CITES =
  /\bpp?\.\s?\d|\bvol\.|\bibid\b|\bop\. cit|\bISBN\b|\bet al\b|(?:1[89]|20)\d\d[a-z]?\)|accessed|retrieved|дата обращения|abgerufen|consulté|С\.\s?\d|,\s(?:1[89]|20)\d\d[.,]|《/iu;
const FEWEST = 3;

/** Lists of what a text refers to: addresses, numbered citations, and those under a heading. */
export function references(page: Page): void {
  runs(page, (row) => ADDRESS.test(row.text));
  runs(page, (row) => NUMBERED.test(row.text) && WITH_ADDRESS.test(row.text));
  page.rows.forEach((row, index) => {
    if (row.region === undefined && isPhrase(row.text, TITLES)) underHeading(page, index);
  });
}

/** Three rows of such a kind below each other are a list. */
function runs(page: Page, isOne: (row: Row) => boolean): void {
  let from = 0;
  for (let at = 0; at <= page.rows.length; at++) {
    const row = page.rows[at];
    if (row && isOne(row)) continue;
    if (at - from >= FEWEST) for (let one = from; one < at; one++) page.mark(one, 'references');
    from = at + 1;
  }
}

/**
 * “References” and what is listed below: numbered rows or rows with an address, half of which cite something.
 * Numbered sentences under “Notes” that cite nothing are text.
 */
function underHeading(page: Page, heading: number): void {
  let after = heading + 1;
  let citing = 0;
  for (let row = page.rows[after]; row && isListed(row); row = page.rows[++after]) {
    if (isCiting(row)) citing++;
  }
  const listed = after - heading - 1;
  if (citing < 2 || citing * 2 < listed) return;
  for (let at = heading; at < after; at++) page.mark(at, 'references');
}

const isCiting = ({ text }: Row): boolean => WITH_ADDRESS.test(text) || CITES.test(text);

const isListed = (row: Row): boolean =>
  row.length <= 900 &&
  (row.region === 'references' ||
    NUMBERED.test(row.text) ||
    WITH_ADDRESS.test(row.text) ||
    row.kind === 'list-item' ||
    (CITES.test(row.text) && !isStatement({ ...row, length: 0 })) ||
    isCited(row.text));

/** “Surname, A. (2016). Title …”: how lists without numbers begin. */
const isCited = (text: string): boolean =>
  /^\p{Lu}[\p{L}’'-]{1,30},? \p{Lu}/u.test(text) && /\b(?:1[89]|20)\d\d\b/.test(text.slice(0, 160));
