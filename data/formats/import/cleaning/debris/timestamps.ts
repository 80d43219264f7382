import { labelled, phrases } from '../phrases.ts';
import { isStatement, type Row } from '../rows.ts';
import type { Page } from './page.ts';

/** Labels before the day on which a page came out. */
const PUBLISHED = phrases(
  'published|published_on|published_at|first_published|date_published|publication_date|posted|posted_on|posted_at|date_posted|release_date|issued|date_of_publication|created',
  'опубликовано|дата_публикации|дата|размещено|veröffentlicht|veröffentlicht_am|erschienen_am|erstellt_am|publié_le|publié|publicado|publicado_el|fecha_de_publicación|fecha',
  'تاریخ_انتشار|منتشر_شده|تاریخ_نشر|تاريخ_النشر|نشر_في|نشرت_في|نشر_بتاريخ|发布时间|发布日期|发表时间|发布|yayınlanma_tarihi|yayın_tarihi|yayınlanma|giriş|تاریخ_اشاعت|شائع|nashr_etilgan|date',
);
/** Labels before the day of its last change. */
const UPDATED = phrases(
  'updated|updated_on|updated_at|last_updated|last_update|last_modified|modified|last_updated_on|date_updated|last_edited',
  'обновлено|дата_обновления|последнее_обновление|aktualisiert|aktualisiert_am|zuletzt_aktualisiert|stand|mis_à_jour|mis_à_jour_le|modifié_le|actualizado|actualizado_el|última_actualización',
  'به_روز_شده|آخرین_به_روز_رسانی|به_روزرسانی|تحديث|آخر_تحديث|更新时间|最后更新|güncelleme|son_güncelleme|güncellenme|güncellenme_tarihi|آخری_اپ_ڈیٹ',
);
const IN_WORDS =
  /^(?:(?:first )?published|posted|(?:last )?updated|last modified|опубликовано|обновлено|veröffentlicht(?: am)?|aktualisiert(?: am)?|publié(?: le)?|mis à jour(?: le)?|publicado(?: el)?|actualizado(?: el)?)(?: on| at)? (?=.{0,20}\p{Nd})/iu;
const READING =
  /^(?:(?:estimated )?(?:reading|read) time:? )?\d{1,3}(?:-| )?(?:min(?:ute)?s?|минут[аы]?|мин\.?|minuten|dk\.?|dakika|دقیقه|دقائق|分钟)(?:[ -]?(?:read|чтения|lesezeit|de lecture|de lectura|okuma))?$/iu;
const AGO =
  /^(?:(?:updated|published|posted) )?\d{1,3} (?:min(?:ute)?s?|hours?|days?|weeks?) ago$/i;
const LONGEST = 120;

/** When a page came out or was changed, and how long it takes to read: lines of the page, not of its text. */
export function timestamps(page: Page): void {
  page.rows.forEach((row, index) => {
    if (row.region !== undefined || row.length > LONGEST || row.kind === 'heading') return;
    if (page.isEdge(index) && isTimestamp(row)) page.mark(index, 'header');
  });
}

function isTimestamp(row: Row): boolean {
  if (READING.test(row.text) || AGO.test(row.text)) return true;
  if (isStatement(row)) return false;
  const found = labelled(row.text);
  if (
    found &&
    /\p{Nd}/u.test(found.rest) &&
    (PUBLISHED.has(found.label) || UPDATED.has(found.label))
  )
    return true;
  return IN_WORDS.test(row.text);
}

/** What stands behind “Published on” or “Updated:”; undefined when the row says neither. */
export function behindStamp(
  text: string,
): { rest: string; at: number; isUpdate: boolean } | undefined {
  const found = labelled(text);
  if (found && PUBLISHED.has(found.label)) return { ...found, isUpdate: false };
  if (found && UPDATED.has(found.label)) return { ...found, isUpdate: true };
  const words = IN_WORDS.exec(text)?.[0];
  if (words === undefined) return undefined;
  const isUpdate = /^(?:last|up|обнов|aktual|mis|actual)/iu.test(words);
  return { rest: text.slice(words.length), at: words.length, isUpdate };
}
