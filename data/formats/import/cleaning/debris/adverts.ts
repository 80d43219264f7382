import type { RegionKind } from '../../../../text/region-kinds.ts';
import { isPhrase, phrases } from '../phrases.ts';
import type { Row } from '../rows.ts';
import type { Page } from './page.ts';

const LONGEST = 400;

const ADVERTISEMENT = phrases(
  'advertisement|advertisements|advertising|ad|sponsored|sponsored_content|advertisement_continue_reading_below|paid_content',
  'story_continues_below_advertisement|article_continues_after_advertisement|continue_reading_below|scroll_to_continue',
  'advertisement_scroll_to_continue|continue_reading_the_main_story|story_continues_below|ad_feedback|report_this_ad|promoted',
  'реклама|на_правах_рекламы|anzeige|werbung|publicité|publicidad|anuncio|تبلیغات|آگهی|إعلان|إعلانات|广告|reklam|ilan|اشتہار|اشتہارات|e_lon',
);
/** How lines that want readers to subscribe begin; a second sign is whom they speak to. */
const ASKS =
  /^(?:sign up|subscribe|get (?:the|our|all|daily|breaking)|join (?:our|us)|enter your|stay (?:informed|up to date|connected)|don[’']t miss|receive|never miss|support (?:our|independent|us)|become a (?:member|subscriber)|download (?:our|the)|follow (?:us|our)|подпишитесь|подписывайтесь|abonnieren sie|jetzt abonnieren|abonnez-vous|inscrivez-vous|suscríbete|suscríbase|abone ol|در (?:کانال|خبرنامه)|اشترك|订阅|关注)(?![a-zа-яё])/iu;
const TO_READERS =
  /\b(?:newsletters?|inbox|your e-?mail|our (?:app|channel|updates|alerts|daily|weekly|journalism)|with (?:our|your)|us on (?:telegram|facebook|twitter|whatsapp|google)|to your|breaking news|updates|podcast)\b|рассылк|телеграм|telegram|канал|newsletter|boletín|bülten|خبرنامه|کانال|نشرت|微信|公众号/iu;
/** Notes on cookies, and what they ask for. */
const COOKIES =
  /^(?:we (?:and our partners )?use cookies|(?:this|our) (?:web)?site uses cookies|by (?:continuing|using|clicking|browsing)|мы используем (?:файлы )?cookie|(?:diese (?:web)?seite|diese website|wir) (?:verwendet|verwenden|nutzt|nutzen) cookies|ce site utilise des cookies|nous utilisons des cookies|(?:este sitio|esta web|utilizamos|usamos) .{0,20}cookies|bu (?:web )?site.{0,20}çerez|本网站使用)/iu;
const CONSENT = /cookie|çerez/iu;
const AGREES =
  /accept|agree|consent|experience|policy|continu|settings|learn more|preferences|соглас|zustimm|einverstanden|erfahrung|accepte|acepta|expérience|experiencia|kabul|同意/iu;

/** Advertisements, lines that ask to subscribe, notes on cookies. */
export function adverts(page: Page): void {
  page.rows.forEach((row, index) => {
    if (row.region !== undefined || row.length > LONGEST) return;
    const kind = advertOf(row);
    if (!kind) return;
    // One word may also head a chapter: above a list it does.
    if (row.text.endsWith(':') || row.kind === 'heading') return;
    page.mark(index, kind);
  });
}

function advertOf(row: Row): RegionKind | undefined {
  const { text } = row;
  if (isPhrase(text, ADVERTISEMENT)) return row.apart ? 'advertisement' : undefined;
  if (COOKIES.test(text) && CONSENT.test(text) && AGREES.test(text)) return 'boilerplate';
  return ASKS.test(text) && TO_READERS.test(text) ? 'advertisement' : undefined;
}
