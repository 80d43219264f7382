/**
 * What stands right before or right behind the name of an outlet when a text says that it has something from
 * there, by language. Each pattern sees some 80 letters of one paragraph, so that bounded repetitions cost little.
 */
interface SaidWords {
  before: RegExp;
  behind: RegExp;
  /** Both are needed: each by itself says nothing. */
  both?: true;
}

/** Words between a verb and the name: “told the state-run …”, “citing Russia’s …”. */
const BETWEEN =
  /(?:(?:the|its|his|her|their|official|semi-official|state|state-run|state-owned|state-controlled|private|independent|local|national|international|leading|English-language|news|agency|daily|newspaper|broadcaster|channel|website|portal|outlet|magazine|media|TV|television|radio|wire|service|\p{Lu}\p{L}{1,14}(?:n|i|ese|ish|ch|k|[’']s)) ){1,4}$/u;

const english: SaidWords = {
  before:
    /(?:^|[^\p{L}])(?:told|according to(?: an?(?: \p{L}{2,12})? (?:report|article|story|dispatch|account|analysis|investigation|interview)(?: published| printed| carried)? (?:in|by|on|from|of))?|reported (?:by|in|on)|citing|quoting|quoted by|cited by|carried by|interview (?:with|to|by)|reports? (?:by|in|from)|statements? to|comments to|remarks to|speaking to|spoke to|seen by|obtained by|interviewed by) $/iu,
  behind:
    /^(?:[’']s)?(?: (?:news agency|agency|newspaper|daily|news|channel|correspondent|magazine|broadcaster|website|reporter))?(?:,? (?:has|had|also|earlier|later|first|previously|on \p{L}{6,9}|this week|last week))?,? (?:reported|reports|said|says|wrote|writes|quoted|quotes|cited|cites|revealed|learnt|learned|carried)(?![\p{L}-])/iu,
};

const russian: SaidWords = {
  before:
    /(?:сообща(?:ет|ют|ло|ла|л)|сообщи(?:л|ла|ло|ли)|переда(?:ёт|ет|ют|л|ло|ла)|пишет|писал[аио]?|со ссылкой на|ссылаясь на|по данным|по сообщению|по информации|рассказал[аи]?|заявил[аи]?|сказал[аи]?|цитирует|информирует)(?: (?:корреспонденту|агентств[ауо]|информагентств[ауо]|газет[ауеы]|издани[еяю]|телеканал[ау]?|портал[ау]?|в интервью|китайск\p{L}{2,3}|российск\p{L}{2,3}|государственн\p{L}{2,3})){0,3} [«"“]?$/iu,
  behind:
    /^[»"”]?,? (?:(?:сегодня|вчера|в \p{L}{5,12}|также|ранее) )?(?:сообща(?:ет|ют|ло|ла|л)|сообщи(?:л|ла|ло|ли)|переда(?:ёт|ет|ют|л|ло|ла)|пишет|писал[аио]?|цитирует|информирует)(?!\p{L})/iu,
};

const chinese: SaidWords = {
  before: /(?:据|援引|引述|引用|综合|接受)[“「《]?$/u,
  behind:
    /^[”」》]?(?:网站|记者)?(?:\p{Script=Han}{0,6}\d{1,2}月\d{1,2}日|\d{1,2}日|今日|当天)?(?:电|讯|报道|报导|報道|消息|称|援引|引述|说|采访|发布)/u,
  both: true,
};

/** “新华社报道”: with these words the name needs none before it. */
const chineseReport: SaidWords = {
  before: /(?:告诉|转引自)[“「《]?$/u,
  behind: /^[”」》]?(?:网站)?(?:\d{1,2}日|今日|当天)?(?:报道|报导|報道|援引|引述)/u,
};

const arabic: SaidWords = {
  before:
    /(?:وفقا? ?ل|وفقًا ل|وفق(?: ما (?:ذكرت|نقلت|أفادت|أوردت|نشرت))?|نقلا عن|نقلاً عن|بحسب|حسب|حسبما (?:ذكرت|أفادت|نقلت)|(?:^|[ ،.])و?(?:ذكرت|قالت|أفادت|نقلت|أوردت|نشرت|كشفت)(?: عن)?|تصريحات? ل|مقابلة مع|قال ل) ?(?:(?:وكالة|الأنباء|أنباء|صحيفة|قناة|موقع|شبكة|الصينية|الروسية|الرسمية) ){0,3}["«“]?$/u,
  behind: /^["»”]? (?:للأنباء|الإخبارية) (?:عن|إن|أن|أنه|نقلا عن)(?!\p{L})/u,
};

const persian: SaidWords = {
  before:
    /(?:به گزارش|به نقل از|بر ?اساس گزارش|به قول|مصاحبه با|گفت.?وگو با)(?: (?:خبرگزاری|آژانس|خبری|روزنامه|شبکه|تلویزیون|سایت|وب.?سایت|رسمی|دولتی)){0,3} [«"“]?$/u,
  behind:
    /^[»"”]?(?: (?:چین|روسیه|ایران|افغانستان|فرانسه))? (?:گزارش (?:داد|می.?دهد|کرد)|خبر (?:داد|می.?دهد)|نوشت|نوشته|راپور ورکړی|لیکي|خبر ورکړ)/u,
};

/** Urdu and Pashto say it behind the name. */
const urdu: SaidWords = {
  before: /(?:بشکریہ|بحوالہ) $/u,
  behind:
    /^["”»]?(?: (?:نیوز|نیوز ایجنسی|ایجنسی))? (?:کے مطابق|کی رپورٹ|نے (?:بتایا|کہا|رپورٹ|خبر|لکھا)|کو (?:بتایا|انٹرویو)|په حواله|د راپور)/u,
};

const languages = [english, russian, chinese, chineseReport, arabic, persian, urdu];

/**
 * Where the words begin and end by which a text says that it has something from the outlet named between
 * `before` and `behind`; undefined when it does not. `lead` and `trail`: code units of them on either side.
 */
export function saidAround(
  before: string,
  behind: string,
): { lead: number; trail: number } | undefined {
  const between = BETWEEN.exec(before)?.[0].length ?? 0;
  const cuts = between > 0 ? [0, between] : [0];
  for (const words of languages) {
    const trail = words.behind.exec(behind)?.[0].length;
    const led = cuts.map((cut) => {
      const found = words.before.exec(before.slice(0, before.length - cut))?.[0];
      return found === undefined ? undefined : found.replace(/^[^\p{L}]/u, '').length + cut;
    });
    const lead = led.find((one) => one !== undefined);
    if (words.both ? lead === undefined || trail === undefined : lead === undefined && !trail)
      continue;
    return { lead: lead ?? 0, trail: words.both || lead === undefined ? (trail ?? 0) : 0 };
  }
  return undefined;
}
