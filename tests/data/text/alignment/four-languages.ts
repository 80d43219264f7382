import type { Block } from '#data/text/working-text.ts';

/** A paragraph of a made-up report in English, Russian, Chinese and Persian. */
export interface Told {
  kind?: Block['kind'];
  en: string;
  ru: string;
  zh: string;
  fa: string;
}
export const tongues = ['en', 'ru', 'zh', 'fa'] as const;
export type Tongue = (typeof tongues)[number];

export const told: readonly Told[] = [
  {
    kind: 'heading',
    en: 'Talks about the railway',
    ru: 'Переговоры о железной дороге',
    zh: '关于铁路的会谈',
    fa: 'گفت‌وگو دربارهٔ راه‌آهن',
  },
  {
    en: 'The transport ministers of the three countries met in Tashkent on Tuesday. It was their first meeting since the spring of 2021.',
    ru: 'Министры транспорта трёх стран встретились во вторник в Ташкенте. Это была их первая встреча с весны 2021 года.',
    zh: '三国交通部长星期二在塔什干举行会晤。这是他们自2021年春天以来的首次会晤。',
    fa: 'وزیران حمل‌ونقل سه کشور روز سه‌شنبه در تاشکند دیدار کردند. این نخستین دیدار آنان از بهار ۲۰۲۱ بود.',
  },
  {
    en: 'They spoke for five hours.',
    ru: 'Они говорили пять часов.',
    zh: '会谈持续了五个小时。',
    fa: 'آنان پنج ساعت گفت‌وگو کردند.',
  },
  {
    en: 'According to a statement that was published after the meeting, the line is to be 573 kilometres long and to cost 4.8 billion dollars. Work is to begin next year, provided that the money has been found by then. Nobody said who would pay for the tunnels in the mountains.',
    ru: 'Согласно заявлению, опубликованному после встречи, длина дороги составит 573 километра, а стоимость — 4,8 миллиарда долларов. Работы должны начаться в следующем году, если к тому времени найдутся деньги. Кто заплатит за туннели в горах, никто не сказал.',
    zh: '根据会后发表的声明，该铁路全长573公里，耗资48亿美元。如果届时资金到位，工程将于明年开工。至于谁来支付山区隧道的费用，没有人说明。',
    fa: 'بر پایهٔ بیانیه‌ای که پس از دیدار منتشر شد، درازای این خط ۵۷۳ کیلومتر و هزینهٔ آن ۴٫۸ میلیارد دلار خواهد بود. اگر تا آن زمان پول فراهم شود، کار از سال آینده آغاز می‌شود. هیچ‌کس نگفت هزینهٔ تونل‌ها در کوهستان را چه کسی می‌پردازد.',
  },
  {
    kind: 'quote',
    en: '“We have waited long enough,” one of the ministers said.',
    ru: '«Мы ждали достаточно долго», — сказал один из министров.',
    zh: '“我们已经等得够久了，”其中一位部长说。',
    fa: 'یکی از وزیران گفت: «به اندازهٔ کافی صبر کرده‌ایم.»',
  },
  {
    en: 'Observers doubt it. A study by the ADB from 2019 had put the costs at more than twice that sum, and the route has been changed three times since then. Engineers who know the valley say that each winter some forty days are lost to snow and falling rock.',
    ru: 'Наблюдатели в этом сомневаются. В исследовании ADB 2019 года расходы оценивались более чем вдвое выше, а маршрут с тех пор меняли три раза. Инженеры, знающие долину, говорят, что каждую зиму около сорока дней теряется из-за снега и камнепадов.',
    zh: '观察人士对此表示怀疑。ADB在2019年的一项研究中估计的费用是这一数额的两倍多，此后线路已三次更改。熟悉山谷的工程师说，每年冬天因积雪和落石损失约四十天。',
    fa: 'ناظران تردید دارند. پژوهشی از ADB در سال ۲۰۱۹ هزینه را بیش از دو برابر این مبلغ برآورد کرده بود و مسیر از آن زمان سه بار تغییر کرده است. مهندسانی که دره را می‌شناسند می‌گویند هر زمستان نزدیک به چهل روز به سبب برف و ریزش سنگ از دست می‌رود.',
  },
  {
    kind: 'heading',
    en: 'Water and borders',
    ru: 'Вода и границы',
    zh: '水与边界',
    fa: 'آب و مرزها',
  },
  {
    en: 'The second subject was the river. Since the canal was begun, farmers further down have been afraid for their fields; the ministry of agriculture counted 11,400 farms that depend on it.',
    ru: 'Второй темой была река. С начала строительства канала крестьяне ниже по течению боятся за свои поля; министерство сельского хозяйства насчитало 11 400 хозяйств, которые от неё зависят.',
    zh: '第二个议题是河流。自运河动工以来，下游农民一直为自己的田地担忧；农业部统计有11,400个农场依赖这条河。',
    fa: 'موضوع دوم رودخانه بود. از هنگام آغاز ساخت کانال، کشاورزان پایین‌دست نگران زمین‌های خود هستند؛ وزارت کشاورزی ۱۱٬۴۰۰ کشتزار را شمرده است که به آن وابسته‌اند.',
  },
  {
    en: 'No figures about the water were made public.',
    ru: 'Данных о воде обнародовано не было.',
    zh: '没有公布任何有关水量的数字。',
    fa: 'هیچ آماری دربارهٔ آب منتشر نشد.',
  },
  {
    en: 'Both sides agreed to open two more crossings before the end of the year and to let lorries pass at night. Drivers have waited up to six days at the bridge. A commission is to meet every month and to report to the heads of government.',
    ru: 'Стороны договорились открыть до конца года ещё два перехода и пропускать грузовики ночью. Водители ждали у моста до шести дней. Комиссия будет собираться каждый месяц и докладывать главам правительств.',
    zh: '双方同意在年底前再开放两个口岸，并允许卡车夜间通行。司机在桥边最多等了六天。一个委员会将每月开会，并向政府首脑报告。',
    fa: 'دو طرف توافق کردند تا پایان سال دو گذرگاه دیگر بگشایند و بگذارند کامیون‌ها شب‌ها عبور کنند. رانندگان تا شش روز کنار پل منتظر مانده‌اند. یک کمیسیون هر ماه تشکیل می‌شود و به سران دولت گزارش می‌دهد.',
  },
  {
    kind: 'list-item',
    en: 'The crossing in the north opens on 15 October.',
    ru: 'Северный переход откроется 15 октября.',
    zh: '北部口岸将于10月15日开放。',
    fa: 'گذرگاه شمالی در ۱۵ اکتبر باز می‌شود.',
  },
  {
    kind: 'list-item',
    en: 'The one at the bridge is to follow by 1 December.',
    ru: 'Переход у моста — к 1 декабря.',
    zh: '桥边的口岸将于12月1日前开放。',
    fa: 'گذرگاه کنار پل تا ۱ دسامبر باز خواهد شد.',
  },
  {
    en: 'Trade between the neighbours fell by 18 per cent last year. Merchants in the bazaar blame the new duties; the customs office speaks of the bad harvest.',
    ru: 'Торговля между соседями сократилась в прошлом году на 18 процентов. Торговцы на базаре винят новые пошлины, таможня говорит о плохом урожае.',
    zh: '去年邻国之间的贸易下降了18%。集市上的商人归咎于新关税；海关则说是因为收成不好。',
    fa: 'بازرگانی میان همسایگان سال گذشته ۱۸ درصد کاهش یافت. بازاریان عوارض تازه را مقصر می‌دانند؛ ادارهٔ گمرک از برداشت بد سخن می‌گوید.',
  },
  {
    kind: 'heading',
    en: 'What comes next',
    ru: 'Что дальше',
    zh: '下一步',
    fa: 'گام بعدی',
  },
  {
    en: 'The next meeting is planned for March. Whether the foreign ministers will come too was left open.',
    ru: 'Следующая встреча намечена на март. Приедут ли министры иностранных дел, осталось неясным.',
    zh: '下一次会晤计划于三月举行。外交部长是否出席尚未确定。',
    fa: 'دیدار بعدی برای ماه مارس برنامه‌ریزی شده است. اینکه وزیران خارجه هم بیایند یا نه، روشن نشد.',
  },
  {
    en: 'A diplomat who asked not to be named said that much depends on the elections. If the government changes, the contracts will be looked at again, and the company from Almaty that was to lay the rails may lose its order. It has already brought 62 machines to the border and hired more than a thousand people.',
    ru: 'Дипломат, просивший не называть его имени, сказал, что многое зависит от выборов. Если правительство сменится, договоры пересмотрят, и компания из Алма-Аты, которая должна была укладывать рельсы, может потерять заказ. Она уже привезла к границе 62 машины и наняла более тысячи человек.',
    zh: '一位不愿透露姓名的外交官说，许多事情取决于选举。如果政府更迭，合同将被重新审查，原定铺轨的阿拉木图公司可能失去订单。该公司已将62台机器运到边境，并雇用了一千多人。',
    fa: 'دیپلماتی که نخواست نامش برده شود گفت بسیاری چیزها به انتخابات بستگی دارد. اگر دولت عوض شود، قراردادها بازبینی می‌شود و شرکت آلماتی که قرار بود ریل‌ها را بگذارد ممکن است سفارش خود را از دست بدهد. این شرکت تاکنون ۶۲ دستگاه را به مرز آورده و بیش از هزار نفر را به کار گرفته است.',
  },
  {
    en: 'Neither embassy wished to comment.',
    ru: 'Оба посольства отказались от комментариев.',
    zh: '两国大使馆均不愿置评。',
    fa: 'هیچ‌یک از دو سفارت نخواست اظهارنظر کند.',
  },
];
