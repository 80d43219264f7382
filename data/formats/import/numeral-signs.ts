/** Letters and figures by which lists are counted, in their order. */
export const SCRIPTS = {
  latin: 'abcdefghijklmnopqrstuvwxyz',
  russian: 'абвгдежзиклмнопрстуфхцчшщыэюя',
  arabic: 'أبتثجحخدذرزسشصضطظعغفقكلمنهوي',
  abjad: 'أبجدهوزحطيكلمنسعفصقرشتثخذضظغ',
  hebrew: 'אבגדהוזחטיכלמנסעפצקרשת',
  devanagariFigures: '०१२३४५६७८९',
  thaiFigures: '๐๑๒๓๔๕๖๗๘๙',
  wideFigures: '０１２３４５６７８９',
  stems: '甲乙丙丁戊己庚辛壬癸',
  branches: '子丑寅卯辰巳午未申酉戌亥',
  aiueo:
    'アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン',
  iroha:
    'イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセス',
  ganada: '가나다라마바사아자차카타파하',
  signs: '*†‡§',
} as const;

/** How Chinese counts: figures from nought, tens, hundreds and thousands, and what one ten begins with. */
export const COUNTED = {
  figures: '零一二三四五六七八九',
  digital: '〇一二三四五六七八九',
  units: ' 十百千',
  ten: '一十',
} as const;
