import { behindLabel, isPhrase, labelled, phrases, plainPhrase } from '../phrases.ts';
import { isProse, isStatement, type Row } from '../rows.ts';
import type { Page } from './page.ts';

/** Headings of lists of other texts. */
const HEADINGS = phrases(
  'related_posts|related_post|related_articles|related_article|related_stories|related_news|related_content|related_topics',
  'related|related_reading|related_coverage|related_links|similar_posts|similar_articles|similar_news|recommended_reading',
  'recommended|recommended_for_you|recommended_articles|recommended_stories|popular_posts|popular_articles|popular_news',
  'popular_stories|recent_posts|recent_articles|recent_news|latest_posts|latest_articles|latest_news|latest_stories',
  'trending|trending_posts|trending_now|trending_stories|trending_news|trending_topics|more_posts|more_articles|more_stories',
  'more_news|more_reading|more_content|more_topics|read_also|read_next|up_next|also_read|also_on_this_site|most_read|most_popular',
  'most_viewed|editor_s_picks|editors_picks|you_may_also_like|you_might_also_like|you_might_like|you_may_like|see_also|don_t_miss',
  'from_around_the_web|around_the_web|sponsored_links|sponsored_content|promoted_stories|what_to_read_next|more_from_this_section',
  'похожие_новости|похожие_записи|похожие_статьи|читайте_также|материалы_по_теме|по_теме|другие_новости|последние_новости|смотрите_также|самое_читаемое|популярное|ещё_по_теме|новости_по_теме',
  'ähnliche_artikel|ähnliche_beiträge|lesen_sie_auch|mehr_zum_thema|weitere_artikel|das_könnte_sie_auch_interessieren|meistgelesen|verwandte_artikel',
  'articles_similaires|articles_liés|lire_aussi|à_lire_aussi|sur_le_même_sujet|les_plus_lus|voir_aussi|dans_la_même_rubrique',
  'artículos_relacionados|noticias_relacionadas|entradas_relacionadas|lea_también|lee_también|te_puede_interesar|más_leídas|lo_más_leído|ver_también',
  'مطالب_مرتبط|اخبار_مرتبط|خبرهای_مرتبط|بیشتر_بخوانید|پربازدیدترین|پربازدیدها|آخرین_اخبار|مطالب_مشابه|همچنین_بخوانید',
  'مقالات_ذات_صلة|مواضيع_ذات_صلة|أخبار_ذات_صلة|اقرأ_أيضا|الأكثر_قراءة|قد_يعجبك_أيضا|شاهد_أيضا|اقرأ_المزيد|موضوعات_متعلقة',
  '相关新闻|相关文章|相关阅读|延伸阅读|推荐阅读|热门文章|热点新闻|猜你喜欢|更多新闻|最新文章',
  'ilgili_haberler|benzer_haberler|ilgili_yazılar|ayrıca_okuyun|çok_okunanlar|son_haberler|bunlar_da_ilginizi_çekebilir',
  'مزید_پڑھیں|متعلقہ_خبریں|یہ_بھی_پڑھیں|تازہ_ترین_خبریں|مقبول_ترین',
);
/** Labels before the title of another text. */
const LABELS = phrases(
  'read_more|also_read|read_also|read|see_also|related|related_story|related_article|watch|don_t_miss|must_read',
  'read_next|further_reading|read_full_story|continue_reading|must_watch|watch_also|listen_also|in_case_you_missed_it|read_this',
  'читайте_также|читать_также|по_теме|смотрите_также|подробнее|lesen_sie_auch|mehr_dazu|lesen_sie_mehr|lire_aussi|à_lire_aussi|lire|voir_aussi|lea_también|lee_también|leer_más|lea_más',
  'بیشتر_بخوانید|همچنین_بخوانید|بخوانید|اقرأ_أيضا|اقرأ_المزيد|طالع_أيضا|شاهد_أيضا|延伸阅读|相关阅读|相关新闻|ayrıca_okuyun|i̇lgili_haber|مزید_پڑھیں|یہ_بھی_پڑھیں',
);
/** Labels of the boxes in which a page keeps its texts. */
const TOPICS = phrases(
  'tags|tag|filed_under|categories|posted_in|keywords|key_words|tagged|tagged_with|in_this_story',
  'теги|метки|рубрика|рубрики|ключевые_слова|категории|schlagwörter|schlagworte|kategorien',
  'mots_clés|étiquettes|catégories|etiquetas|categorías|etiketler|etiket|kategoriler',
  'برچسب_ها|برچسب|دسته_بندی|کلمات_کلیدی|کلیدواژه_ها|الوسوم|وسوم|كلمات_مفتاحية|تصنيفات|الكلمات_المفتاحية|标签|关键词|分类|责任编辑|ٹیگز',
);
const MORE_FROM = /^more (?:from|on|in|about) \S.{1,39}$/i;
const MOST_ROWS = 40;

/** Lists and lines that lead to other texts, and the rows of tags and categories. */
export function related(page: Page): void {
  page.rows.forEach((row, index) => {
    if (row.region !== undefined || row.length > 240) return;
    if (page.isEdge(index) && isTopics(row)) page.mark(index, 'category-row');
    else if (isLink(row)) page.mark(index, 'related');
    else if (page.isEnd(index) && isHeading(row)) {
      page.markWhile(
        index,
        'related',
        (one, at) => at - index < MOST_ROWS && !endsList(page, at, one),
      );
    }
  });
}

function isTopics(row: Row): boolean {
  return behindLabel(row.text, TOPICS) !== undefined && !isStatement(row);
}

/** “Read more: Four meet in town”. */
function isLink(row: Row): boolean {
  const found = behindLabel(row.text, LABELS);
  return found !== undefined && found.rest.length >= 10 && !/[.;,…]$/.test(found.rest);
}

function isHeading(row: Row): boolean {
  if (isStatement(row)) return false;
  const text = labelled(row.text)?.rest === '' ? row.text.slice(0, -1) : row.text;
  return isPhrase(text, HEADINGS) || MORE_FROM.test(plainPhrase(text.slice(0, 120)));
}

/** A list of other texts ends at prose, and at a heading that has prose below it. */
function endsList(page: Page, index: number, row: Row): boolean {
  if (row.region !== undefined || isProse(row)) return true;
  const below = page.rows[index + 1];
  return row.apart && below?.apart === true && below.region === undefined && isProse(below);
}
