import { isPhrase, labelled, phrases, plainPhrase } from '../phrases.ts';
import type { RegionKind } from '../../../../text/region-kinds.ts';
import { isStatement, type Row } from '../rows.ts';
import type { Page } from './page.ts';

const NETWORKS = phrases(
  'facebook|twitter|whatsapp|linkedin|telegram|pinterest|reddit|tumblr|vk|viber|messenger',
  'email|e_mail|mail|print|pocket|flipboard|instagram|youtube|weibo|wechat|copy_link|skype|threads',
  'вконтакте|одноклассники|телеграм|فیسبوک|فيسبوك|توییتر|تويتر|تلگرام|واتساپ|واتساب|微博|微信|rss',
);
const SHARE = phrases(
  'share|shares|tweet|pin_it|share_this|share_this_article|share_this_story|share_this_post|like_this',
  'share_on_facebook|share_on_twitter|share_on|share_via|like_loading|follow_us',
  'follow_us_on|bookmark|listen_to_this_article|copy_link|email_this|print_this_page',
  'follow_us_on_twitter|follow_us_on_facebook|join_us_on_telegram|gift_this_article|more_sharing_options',
  'поделиться|поделитесь|поделиться_в_соцсетях|рассказать_друзьям|подписывайтесь_на_нас|печать',
  'teilen|drucken|merken|artikel_teilen|folgen_sie_uns|partager|imprimer|partagez|suivez_nous',
  'compartir|imprimir|comparte|síguenos|paylaş|yazdır|bizi_takip_edin|کاپی_لنک|شیئر_کریں',
  'اشتراک_گذاری|به_اشتراک_بگذارید|هم_رسانی|چاپ|شارك|مشاركة|شارك_المقال|طباعة|分享|分享到|打印|收藏|شیئر',
);
const NAVIGATION = phrases(
  'menu|main_menu|search|skip_to_content|skip_to_main_content|skip_navigation|toggle_navigation|close',
  'sign_in|sign_up|log_in|login|register|my_account|subscribe|back_to_top|open_menu|sections|home',
  'previous_article|next_article|previous_post|next_post|previous|next|older_posts|newer_posts|load_more',
  'post_navigation|previous_next|table_of_contents_toggle|view_all|show_more|see_all|all_news|site_map',
  'меню|поиск|войти|вход|регистрация|наверх|подписаться|следующая|предыдущая|показать_ещё|на_главную',
  'menü|suche|suchen|anmelden|abonnieren|zum_inhalt|zum_inhalt_springen|nach_oben|weiter|zurück',
  'rechercher|connexion|se_connecter|aller_au_contenu|retour_en_haut|s_abonner|buscar|ir_al_contenido',
  'iniciar_sesión|suscríbete|volver_arriba|ara|giriş_yap|üye_ol|içeriğe_geç|yukarı|abone_ol',
  'جستجو|منو|ورود|عضویت|بحث|القائمة|تسجيل_الدخول|تلاش|菜单|搜索|登录|注册|返回顶部|上一篇|下一篇',
);
const BRIEF = 60;
/** How far above a list its introduction stands. */
const LONGEST_LIST = 12;

/** Rows of buttons and links: share, print, sign in, skip to content. */
export function buttons(page: Page): void {
  const kinds = page.rows.map(buttonOf);
  let from = 0;
  while (from < kinds.length) {
    let after = from;
    while (kinds[after]) after++;
    if (!isIntroduced(page, from) && (after - from >= 2 || page.isEdge(from))) {
      for (let at = from; at < after; at++) {
        const kind = kinds[at];
        if (kind) page.mark(at, kind);
      }
    }
    from = after + 1;
  }
}

/** In a list that a line above introduces (“The ministry blocked:”) they are what is listed. */
function isIntroduced(page: Page, from: number): boolean {
  for (let at = from - 1; at >= Math.max(0, from - LONGEST_LIST); at--) {
    const row = page.rows[at];
    if (row?.text.endsWith(':')) return true;
    if (!row || row.length > BRIEF || isStatement(row)) return false;
  }
  return false;
}

function buttonOf(row: Row): RegionKind | undefined {
  const { text, length } = row;
  if (length > 2 * BRIEF || text === '' || row.kind === 'heading') return undefined;
  if (isPhrase(text, SHARE) || isPhrase(text, NETWORKS) || isNetworks(text)) return 'share';
  if (isPhrase(text, NAVIGATION)) return 'navigation';
  const known = labelled(text);
  const isShare = known && SHARE.has(known.label);
  if (isShare && !isStatement(row) && isNetworks(known.rest)) return 'share';
  return /^click to (?:share|email|print)\b/i.test(text) ? 'share' : undefined;
}

/** “Facebook Twitter WhatsApp”: two or more, and nothing else. */
function isNetworks(text: string): boolean {
  const words = plainPhrase(text.slice(0, 2 * BRIEF)).split(' ');
  const known = words.filter((word) => NETWORKS.has(word)).length;
  return (
    words.length >= 2 && words.every((word) => NETWORKS.has(word) || SHARE.has(word)) && known > 1
  );
}
