import type { RegionKind } from '../../../../text/region-kinds.ts';
import { isPhrase, phrases } from '../phrases.ts';
import type { Row } from '../rows.ts';
import type { Page } from './page.ts';

const LONGEST = 700;
const LONGEST_LINK = 200;

const LINKS = phrases(
  'terms_of_use|terms_of_service|terms_and_conditions|terms|privacy|privacy_policy|privacy_notice|cookie_policy|cookies|cookie_settings|disclaimer',
  'contact|contact_us|about|about_us|advertise|advertise_with_us|careers|jobs|sitemap|site_map|rss|rss_feed|imprint|help|faq|feedback|accessibility',
  'do_not_sell_my_personal_information|copyright|legal|legal_notice|newsletters|masthead|our_team|ethics_policy|corrections|editorial_policy|unsubscribe',
  'контакты|о_нас|о_проекте|о_редакции|реклама|политика_конфиденциальности|правила_использования|пользовательское_соглашение|карта_сайта|редакция',
  'impressum|datenschutz|datenschutzerklärung|agb|nutzungsbedingungen|kontakt|über_uns|mediadaten|hilfe',
  'mentions_légales|politique_de_confidentialité|conditions_d_utilisation|qui_sommes_nous|contactez_nous|plan_du_site|nous_contacter',
  'aviso_legal|política_de_privacidad|política_de_cookies|términos_y_condiciones|quiénes_somos|contacto|sobre_nosotros|mapa_del_sitio',
  'درباره_ما|تماس_با_ما|حریم_خصوصی|پیوندها|من_نحن|اتصل_بنا|سياسة_الخصوصية|شروط_الاستخدام|关于我们|联系我们|隐私政策|网站地图|版权声明|免责声明|法律声明',
  'hakkımızda|iletişim|künye|gizlilik_politikası|kullanım_koşulları|reklam|ہمارے_بارے_میں|رابطہ|پرائیویسی_پالیسی',
);
/** Links whose names are said of nothing else. */
const SURE = phrases(
  'privacy_policy|terms_of_use|terms_of_service|cookie_policy|terms_and_conditions|do_not_sell_my_personal_information|advertise_with_us|cookie_settings|unsubscribe',
  'политика_конфиденциальности|пользовательское_соглашение|datenschutzerklärung|mentions_légales|política_de_privacidad|سياسة_الخصوصية|隐私政策|gizlilik_politikası',
);
const OWNED =
  /^(?:©|\(c\)|copyright\b|copyleft\b|авторские права|تمامی حقوق|کلیه حقوق|حق نشر|جميع الحقوق|版权所有|tüm hakları)/iu;
const DATED = /(?:19|20)\d\d|\p{Nd}{4}/u;
const RESERVED =
  /rights reserved|все права защищены|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|تمامی حقوق|کلیه حقوق|حقوق محفوظ|الحقوق محفوظة|版权所有|保留所有权利|tüm hakları saklıdır|جملہ حقوق/iu;
const MADE_BY =
  /^(?:(?:proudly )?powered by|(?:website |site )?designed by|theme(?: by)?:|developed by|website by) ?\S.{1,60}$/i;
/** Notes that forbid to copy, and notes on whose view it is: what begins so, and a second sign. */
const FORBIDS =
  /^(?:no part of this (?:publication|book|article|website|site)|(?:this|the) (?:material|content|article|document) (?:may|must|can)(?: ?not)|reproduction (?:of|in)|перепечатка|использование материалов|при (?:цитировании|использовании) материалов|nachdruck|toute reproduction|转载)/iu;
const COPIES =
  /reproduc|republish|rewritten|redistribut|broadcast|permission|transmitted|ссылк|разрешен|genehmigung|interdite|注明|来源/iu;
const VIEWS =
  /^(?:disclaimer:? ?)?the (?:views|opinions)(?:(?: and| or) (?:views|opinions))? (?:expressed|in this|presented|and)\b/i;
const OF_AUTHOR =
  /\b(?:do(?:es)? not (?:necessarily )?(?:reflect|represent)|are (?:solely )?(?:those|the) (?:of )?(?:the )?(?:author|writer))/i;
/** How mails end that a program has added to; two words of the law make a notice of it. */
const MAIL =
  /^(?:sent from my (?:i?phone|ipad|android|samsung|galaxy|huawei|mobile)|to unsubscribe)/i;
const NOTICE =
  /^(?:this (?:e-?mail|message)|you (?:are receiving|received) this (?:e-?mail|message)|the information (?:contained )?in this)/i;
const LAW = [
  'confidential',
  'intended',
  'recipient',
  'unsubscribe',
  'privileged',
  'subscribed',
  'disclos',
];

/** The foot of a page: rights, links to its own affairs, who made the site, notes of mails. */
export function footers(page: Page): void {
  const links = page.rows.map((row) => row.length <= LONGEST_LINK && linksIn(row));
  page.rows.forEach((row, index) => {
    if (row.region !== undefined || !page.isEnd(index) || row.length > LONGEST) return;
    const isLink = links[index] && (links[index - 1] || links[index + 1] || isSure(row));
    const kind = isLink ? 'footer' : footerOf(row);
    if (kind) page.mark(index, kind);
  });
}

function footerOf({ text }: Row): RegionKind | undefined {
  if (OWNED.test(text) && text.length < 240 && (DATED.test(text) || RESERVED.test(text)))
    return 'footer';
  if (text.length < 160 && isReserved(text)) return 'footer';
  if (MADE_BY.test(text) || MAIL.test(text) || isNotice(text)) return 'footer';
  if (FORBIDS.test(text) && COPIES.test(text)) return 'boilerplate';
  return VIEWS.test(text) && OF_AUTHOR.test(text) ? 'boilerplate' : undefined;
}

const isNotice = (text: string): boolean =>
  NOTICE.test(text) && LAW.filter((word) => text.toLowerCase().includes(word)).length >= 2;

/** “All rights reserved”, and hardly a word behind it. */
function isReserved(text: string): boolean {
  const found = RESERVED.exec(text);
  return found !== null && text.length - found.index - found[0].length < 30;
}

/** “Terms of Use | Privacy Policy”: links and nothing else. */
function linksIn({ text }: Row): boolean {
  const parts = text.split(/\s?[|·•/]\s?/u).filter((part) => part.trim() !== '');
  return parts.length > 0 && parts.every((part) => isPhrase(part, LINKS));
}

/** Two links in one row, or one whose name tells. */
const isSure = ({ text }: Row): boolean => isPhrase(text, SURE) || /\S\s?[|·•]\s?\S/u.test(text);
