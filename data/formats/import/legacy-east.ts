import type { Encodings } from './tools.ts';

/** Bytes that are decoded to weigh an encoding. */
const SAMPLE = 4096;
/** Characters that are usual, of those that are not ASCII, below which nothing is likely; and how many at least. */
const LEAST = 0.45;
const FEWEST = 2;

/** Characters that make up more than half of what is written in Chinese, in either form, and in Japanese. */
const FREQUENT: ReadonlySet<string> = new Set(
  '的一是不了在人有我他这這个個们們中来來上大为為和国國地到以说說时時要就出会會可也你对對生能而子那得于於着下自之年过過发發后後作' +
    '里裡用道行所然家种種事成方多经經么麼去法学學如都同现現当當没沒动動面起看定天分还還进進好小部其些主样樣理心本前开開但因只从從想实' +
    '實日军軍者意无無力它與与長长把机機十民第公此已工使情明性知全三又关關点點正业業外将將两兩高间間由问問很最重并並物手应應战戰向头頭' +
    '文体體政美相见見被利什二等产產或新己制身果加西斯月话話合回特代内內信表化老给給世位次度门門任常先海通教儿兒原东東声聲提立及比员員' +
    '解水名真论論处處走义義各入几幾口认認条條平系气氣题題活尔爾更别別打女变變四神总總何电電数數安少报報才结結反受目太量再感建务務做接' +
    '必场場件计計管期市直德资資命山金指克许許统統区區保至队隊形社便空决決治展马馬科司五基眼书書非则則听聽白却卻界达達光放强強即像难難' +
    '且权權思王象完设設式色路记記南品住告类類求据據程北边邊死张張该該交规規万萬取拉格望觉覺术術领領共确確传傳师師观觀清今切院让讓识識' +
    '候带帶导導争爭运運席委举舉办辦议議谷冬桥橋村车車县縣省京府九百千期員会話国駅開通関部長両式毎回',
);
const KANA = /[ぁ-んァ-ヶー]/;
const HANGUL = /[가-힣]/;
const SIGN = /[、。，：；！？「」『』《》（）]/;

const CANDIDATES: readonly [label: string, isUsual: (letter: string) => boolean][] = [
  ['gb18030', (letter) => FREQUENT.has(letter)],
  ['big5', (letter) => FREQUENT.has(letter)],
  ['shift_jis', (letter) => KANA.test(letter) || FREQUENT.has(letter)],
  ['euc-jp', (letter) => KANA.test(letter) || FREQUENT.has(letter)],
  // Chinese that is read as Korean is Hangul by half.
  ['euc-kr', (letter) => HANGUL.test(letter)],
];

/**
 * The likeliest encoding of a text of East Asia that is too short for statistics: the one in which most of it are
 * characters that stand in every text. Undefined when none is likely.
 */
export async function likeliestEastern(
  bytes: Uint8Array,
  encodings: Encodings,
): Promise<string | undefined> {
  const best = { label: '', share: 0 };
  for (const [label, isUsual] of CANDIDATES) {
    const text = await encodings.decode(bytes.subarray(0, SAMPLE), label, () => undefined);
    const letters = [...text].filter((letter) => letter > '\u007f' && !SIGN.test(letter));
    const usual = letters.filter(isUsual).length;
    const share = label === 'euc-kr' && usual < letters.length ? 0 : usual / letters.length;
    if (usual >= FEWEST && share > best.share) Object.assign(best, { label, share });
  }
  return best.share >= LEAST ? best.label : undefined;
}
