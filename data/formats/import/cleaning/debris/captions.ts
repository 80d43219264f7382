import type { RegionKind } from '../../../../text/region-kinds.ts';
import { behindLabel, phrases } from '../phrases.ts';
import { isItem, isProse, isStatement, type Row } from '../rows.ts';
import type { Page } from './page.ts';

/** Longest row of this kind, in code units. */
const LONGEST = 300;
const LONGEST_CREDIT = 140;

const CREDIT = phrases(
  'photo|photos|photo_credit|photo_by|photograph|photographs|image|images|image_credit|image_source',
  'picture|picture_credit|credit|credits|photo_source|photo_courtesy|courtesy|video|video_credit|cover_photo',
  'фото|фотография|автор_фото|фото_с_сайта|источник_фото|изображение|иллюстрация|видео',
  'foto|bild|bildquelle|bildnachweis|quelle_foto|crédit_photo|crédits|photographie|légende|illustration',
  'fotografía|crédito|imagen|fotoğraf|görsel|kaynak_fotoğraf|عکس|عکاس|عکس_از|منبع_عکس|تصویر|الصورة|صورة|تصوير',
  '图|图片|图片来源|摄影|图源|تصویر_کا_ذریعہ',
);
const CAPTION = phrases(
  'caption|image_caption|photo_caption|file_photo|file_image|file_picture|pictured|picture_caption|video_caption',
  'подпись|архивное_фото|на_фото|на_снимке|bildunterschrift|archivbild|archivfoto|légende|pie_de_foto|foto_de_archivo',
  'photo_d_archives|آرشیف|عکس_آرشیوی|صورة_أرشيفية|资料图|资料图片|arşiv|arşiv_fotoğrafı|فائل_فوٹو',
);
const SOURCE = phrases(
  'source|sources|via|with_inputs_from|with_agencies|originally_published_in|originally_published_by',
  'first_published_in|первоисточник|источник|по_материалам|quelle|fuente|kaynak|منبع|المصدر|ماخذ|来源|文章来源',
);
const AGENCY =
  /^[([]?(?:AFP|AP|EPA|EFE|DPA|Reuters|REUTERS|Xinhua|TASS|ТАСС|РИА Новости|Sputnik|IRNA|Getty Images|Shutterstock|Anadolu|新华社|中新社)\b/u;
/** What brackets at the end of a caption hold: a word for a picture, or an agency and a second sign of one. */
const PICTURE = /^(?:photo|image|picture|file|foto|фото|عکس|图)(?![a-zа-яё])./iu;
const MAKER = /(?:^|[/ ])(?:AFP|AP|EPA|Reuters|Xinhua|TASS|ТАСС|Getty)(?![a-zа-яё])/iu;
const SECOND = /\/|via|photo|images|file/i;
const FILE_PHOTO =
  /^(?:FILE ?[-–—]|in this (?:file )?(?:photo|picture|image)\b.{0,60}\b(?:taken|released|provided|made|from)\b|(?:a |an )?(?:file|undated|handout) (?:photo|picture|image)\b)/i;
const RIGHTS_OF_PICTURE = /^© ?(?!(?:19|20)\d\d)\S|\bgetty images\b/i;

/** Captions, texts that stand for a picture, and who made it; the note on where all of it comes from. */
export function captions(page: Page): void {
  page.rows.forEach((row, index) => {
    if (row.length > LONGEST || row.kind === 'heading') return;
    const kind = pictureOf(row) ?? (isAltText(page, index) ? 'caption' : undefined);
    if (kind) page.mark(index, kind);
  });
}

/** “Source: The Daily Post” as the last row; in the middle it belongs to a table or a figure. */
export function sourceNote(page: Page): void {
  const index = page.lastOfText();
  const row = page.rows[index];
  if (row && page.isEnd(index) && isSourceNote(row)) page.mark(index, 'credit');
}

/** Whether a row says where the text was published before, and nothing else. */
export function isSourceNote(row: Row): boolean {
  const found = row.length <= 120 ? behindLabel(row.text, SOURCE) : undefined;
  return found !== undefined && !isStatement(row) && found.rest.split(/\s+/).length <= 10;
}

function pictureOf(row: Row): RegionKind | undefined {
  const { text } = row;
  if (row.kind === 'caption') return undefined;
  if (isBehind(text) || (FILE_PHOTO.test(text) && !isProseOf(text))) return 'caption';
  if (behindLabel(text, CAPTION) && row.length <= LONGEST_CREDIT && !isStatement(row))
    return 'caption';
  if (row.length > LONGEST_CREDIT || isStatement(row)) return undefined;
  if (behindLabel(text, CREDIT)) return 'credit';
  if (RIGHTS_OF_PICTURE.test(text)) return 'credit';
  if (
    /^(?:photo|photograph|image|picture|photos|foto|фото)(?:graphed)? (?:by|courtesy of|©|von|de) \S/iu.test(
      text,
    )
  )
    return 'credit';
  return AGENCY.test(text) && /\/|photo|images|via\b/i.test(text) && text.length < 90
    ? 'credit'
    : undefined;
}

/** “… at the bridge. (Ada Kerim/AFP)” */
function isBehind(text: string): boolean {
  if (!/[)\]]$/.test(text)) return false;
  const from = Math.max(text.lastIndexOf('('), text.lastIndexOf('['));
  const inside = text.slice(from + 1, -1);
  if (from <= 0 || inside.length > 90) return false;
  return PICTURE.test(inside) || (MAKER.test(inside) && SECOND.test(inside));
}

/** A sentence that tells of a photo without showing one: “A file photo of him was found, police said.” */
const isProseOf = (text: string): boolean =>
  /\b(?:said|says|told|was found|were found)\b/i.test(text);

/** A picture's text stands right above a paragraph: a few words in lower case, no punctuation. */
function isAltText(page: Page, index: number): boolean {
  const [row, below] = [page.rows[index], page.rows[index + 1]];
  if (!row || !below || index === 0 || !row.apart || below.apart || isItem(row.text)) return false;
  return (
    /^\p{Ll}[\p{L}\s]{2,60}$/u.test(row.text) && isProse(below) && !/^\p{Ll}/u.test(below.text)
  );
}
