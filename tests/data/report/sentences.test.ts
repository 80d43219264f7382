import { expect, test } from 'vitest';
import { buildReport } from '#data/formats/report/build-report.ts';
import { renderHtml } from '#data/formats/report/render-html.ts';
import { TestCase } from '../operations/test-case.ts';
import { codebook } from '../operations/seed.ts';

/** What a report prints around the marked words «…» of a text. */
function printed(marked: string): string {
  const start = marked.indexOf('«');
  const end = marked.indexOf('»') - 1;
  const one = new TestCase();
  one.do('case.create', { uid: 'u1', title: 'Sentences', codebook });
  one.addText('d1', marked.replace(/[«»]/g, ''));
  one.do('highlight.add', { id: 'h1', document: 'd1', start, end });
  one.do('claim.add', { text: 'Said', evidence: ['h1'] });
  const options = { title: 'S', now: '2026-03-04T10:42:07.000Z', generator: 'test' };
  const report = buildReport(one.state, options);
  const { before = '', quote = '', after = '' } = report.quotes.get('h1') ?? {};
  const html = renderHtml(report);
  expect(html).toContain(`<p dir="auto">${before}<mark>${quote}</mark>${after}</p>`);
  return `${before}«${quote}»${after}`;
}

const long = 'Officers of the four states met behind closed doors in the regional capital';

/** Each text with bars where the printed passage begins and ends. */
test.each([
  // The quote ends within a name, an abbreviation or an initial.
  `${long}. |President «E». Rakhmon opened the talks with the words that all had waited for.| ${long}.`,
  `${long}. |It was «Gen». J. R. Allen who had come to the talks in the capital of the region.| ${long}.`,
  `${long}. |It was Gen. «J. R». Allen who had come to the talks in the capital of the region.| ${long}.`,
  `${long}. |The words that all had waited for were those of the «U.S». officials who came.| ${long}.`,
  `${long}. |Of «Prof». Ahmed nothing more was heard at the talks of the four in the capital.| ${long}.`,
  // It begins behind one.
  `${long}. |President E. «Rakhmon» opened the talks with the words that all had waited for.| ${long}.`,
  `${long}. |It was Gen. J. R. «Allen» who had come to the talks in the capital of the region.| ${long}.`,
  `${long}. |For the U.S. «officials» who had come to the talks in the capital it was enough.| ${long}.`,
  // A sentence ends at an abbreviation or a number before the quote or behind it.
  `${long} of the U.S. |«The talks» began with words of welcome from the hosts in the capital.| ${long}.`,
  `${long}. |Of all the officers who had come to the talks in the capital there were «40».| Then ${long}.`,
  `${long}. |В т.ч. А. С. «Иванов» прибыл на переговоры четырёх государств в столице региона.| Это было ново.`,
  `${long}. |Прибыли многие, в «т.ч». А. С. Иванов, на переговоры четырёх государств региона.| Это было ново.`,
  `${long}. |На переговорах четырёх государств в столице региона выступил «ген». Иванов снова.| Это было ново.`,
  'التقى الوزراء في العاصمة كابل قبل يومين من ذلك. |لماذا ذهب «الوزير أحمد» إلى العاصمة كابل في ذلك اليوم من الأسبوع؟| لا أحد يعلم ذلك حتى الآن.',
  'چین نے کہا کہ وہ اس پر غور کرے گا۔ |پاکستان کے «وزیر خارجہ» نے اجلاس میں کہا کہ چاروں ملک مل کر کام کریں گے۔| پھر وہ چلے گئے۔',
  'وزیر آمد و با همه دیدار کرد. |در این نشست «وزیر خارجه» گفت که چهار کشور با هم همکاری خواهند کرد؟| کسی نمی‌داند.',
  'وزیر راغی او له ټولو سره یې وکتل. |په دې ناسته کې د «بهرنیو چارو وزیر» وویل چې څلور هېوادونه به سره کار وکړي؟| څوک نه پوهېږي.',
  'مىنىستىر كەلدى. |ئۇ يىغىندا «تاشقى ئىشلار مىنىستىرى» تۆت دۆلەتنىڭ بىرلىكتە خىزمەت قىلىدىغانلىقىنى ئېيتتى؟| ھېچكىم بىلمەيدۇ.',
  '四国会议昨天在乌鲁木齐举行。|出席会议的有各国的军事代表，其中包括中国人民解放军«联合参谋部»参谋长房峰辉，以及巴基斯坦和塔吉克斯坦的代表。|各方同意建立机制。',
])('the report prints the whole sentence: %s', (marked) => {
  const [, sentence] = marked.split('|').map((part) => part.trim());
  expect(printed(marked.replaceAll('|', '')).trim()).toBe(sentence);
});
