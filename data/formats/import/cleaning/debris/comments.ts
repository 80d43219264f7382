import { isPhrase, phrases } from '../phrases.ts';
import { isProse, type Row } from '../rows.ts';
import type { Page } from './page.ts';

const LONGEST = 600;
/** How far below its heading a form shows that it is one. */
const NEAR = 15;
/** Rows of prose from one sign of a comment to the next. */
const LONGEST_COMMENT = 4;

const FORM_HEADINGS = phrases(
  'leave_a_reply|leave_a_comment|leave_a_reply_cancel_reply|post_a_comment|add_a_comment|add_comment|write_a_comment|cancel_reply',
  'join_the_discussion|join_the_conversation|comments|comment|comments_are_closed|leave_comment|leave_your_comment|have_your_say',
  'оставить_комментарий|добавить_комментарий|отменить_ответ|написать_комментарий|оставьте_комментарий|комментарии|добавить_комментарий_отменить_ответ',
  'schreibe_einen_kommentar|kommentar_schreiben|kommentar_hinterlassen|antworten_abbrechen|kommentare|schreibe_einen_kommentar_antworten_abbrechen',
  'laisser_un_commentaire|laissez_un_commentaire|ajouter_un_commentaire|annuler_la_réponse|commentaires|laisser_un_commentaire_annuler_la_réponse',
  'deja_un_comentario|dejar_un_comentario|deja_una_respuesta|cancelar_la_respuesta|comentarios|añadir_comentario',
  'دیدگاهتان_را_بنویسید|لغو_پاسخ|ارسال_نظر|ارسال_دیدگاه|نظر_شما|نظرات|دیدگاه_ها|اترك_تعليقا|إلغاء_الرد|أضف_تعليقا|أضف_تعليق|التعليقات|تعليقات',
  '发表评论|发表回复|取消回复|评论|我要评论|网友评论|bir_cevap_yazın|yorum_yap|yorum_yapın|cevabı_iptal_et|yorumlar|yorum_yazın',
  'جواب_دیں|تبصرہ_کریں|جواب_منسوخ_کریں|تبصرے',
);
/** What forms for comments say, and nothing else does. */
const FORM =
  /this site uses akismet|your email address will not be published|required fields are marked|you are commenting using|fill in your details|notify me of (?:new|follow)|^post comment$|log in to (?:leave|post)|cancel reply|^save my name, email|bloggers like this|e-?mail не будет опубликован|обязательные поля помечены|e-mail-adresse wird nicht veröffentlicht|erforderliche felder sind|adresse e-mail ne sera pas publiée|champs obligatoires sont|correo electrónico no será publicada|los campos obligatorios|نشانی ایمیل شما منتشر نخواهد شد|بخش‌های موردنیاز|لن يتم نشر عنوان بريدك|الحقول الإلزامية|(?:邮箱|邮件)地址不会被公开|必填项已用|e-posta hesabınız yayımlanmayacak|gerekli alanlar|ای میل ایڈریس شائع نہیں/iu;
const COUNT =
  /^(?:\d{1,5} (?:comments?|responses?|replies|thoughts? on .{1,120}|комментари[йяев]{1,2}|kommentare?|commentaires?|comentarios?|yorum|دیدگاه|نظر|تعليقات?|تبصرے)|(?:comments?|комментарии|kommentare|commentaires|comentarios|yorumlar|نظرات|دیدگاه‌ها|التعليقات|评论)\s?[(（:]\s?\d{1,5}\s?[)）]?|\d{1,5}\s?条评论)$/iu;
/** Signs of one reader's comment: when it was written, a button, “says”. */
const SIGN =
  /^(?:reply|like|report|share|quote|flag|permalink|vote|ответить|antworten|répondre|responder|yanıtla|cevapla|پاسخ|رد|الرد|回复|جواب دیں)(?: ↓| \d{1,4})?$| says:?$|\b\d{1,2}:\d\d(?: ?[ap]\.?m\.?)?\)?$|\b\d{1,3} (?:min(?:ute)?s?|hours?|days?|weeks?|months?|years?) ago$/iu;

/** The form for comments below a page, and what readers wrote there. */
export function comments(page: Page): void {
  // How far ahead a form shows is counted once for all headings.
  const forms = page.rows.map((row) => row.length <= LONGEST && FORM.test(row.text));
  page.rows.forEach((row, index) => {
    if (row.region !== undefined || index <= page.firstProse || row.length > LONGEST) return;
    if (COUNT.test(row.text)) readers(page, index);
    else if (isPhrase(row.text, FORM_HEADINGS)) {
      const isForm = forms.slice(index, index + NEAR).includes(true);
      if (isForm) form(page, index, forms);
      else readers(page, index, 3);
    } else if (forms[index]) form(page, index, forms);
  });
}

function form(page: Page, from: number, forms: readonly boolean[]): void {
  const hasSign =
    forms[from] !== true || page.rows[from - 1]?.region !== undefined || forms[from + 1];
  if (!hasSign) return;
  page.markWhile(from, 'comment-form', (row, at) => forms[at] === true || !isProse(row));
}

/** What stands from a heading to the last sign of a comment; `fewest` signs make it one. */
function readers(page: Page, heading: number, fewest = 2): void {
  let last = heading;
  let signs = 0;
  let prose = 0;
  for (let at = heading + 1; at < page.rows.length; at++) {
    const row = page.rows[at];
    if (!row || row.region !== undefined || isPhrase(row.text, FORM_HEADINGS)) break;
    if (isSign(row)) {
      // The words of the last comment stand below its sign when the first sign did.
      signs++;
      last = at;
      prose = 0;
    } else if (++prose > LONGEST_COMMENT) break;
  }
  if (signs < fewest) return;
  const isBelow = isSign(page.rows[heading + 1]) || isSign(page.rows[heading + 2]);
  const words = page.rows[last + 1];
  const isLastWords =
    isBelow && words?.region === undefined && words && !isPhrase(words.text, FORM_HEADINGS);
  const end =
    isLastWords && !/^(?:reply|like)/i.test(page.rows[last]?.text ?? '') ? last + 1 : last;
  for (let at = heading; at <= end; at++) page.mark(at, 'comments');
}

const isSign = (row: Row | undefined): boolean =>
  row !== undefined && row.length <= 90 && SIGN.test(row.text);
