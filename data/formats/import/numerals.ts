import { COUNTED, SCRIPTS } from './numeral-signs.ts';

/** How the number of a list item or a note is written. */
export type NumberFormat = (value: number) => string;

/** Largest number that is written in letters or Roman figures: beyond, nobody could read it. */
const MOST = 4000;

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

/** A number as i, ii, iii, iv ... */
export function roman(value: number): string {
  if (value < 1 || value >= MOST) return `${value}`;
  let rest = value;
  let text = '';
  for (const [size, sign] of ROMAN) {
    for (; rest >= size; rest -= size) text += sign;
  }
  return text;
}

/** A number as a, b ... z, aa, bb ...: the letter of an alphabet, more often in every round. */
function repeated(value: number, alphabet: string): string {
  const letters = [...alphabet];
  if (value < 1 || value >= MOST) return `${value}`;
  const letter = letters[(value - 1) % letters.length] ?? '';
  return letter.repeat(Math.ceil(value / letters.length));
}

/** A number as a, b ... z, aa, ab ...: as the columns of a sheet are called. */
export function columnLetters(value: number): string {
  if (value < 1) return `${value}`;
  let text = '';
  for (let rest = value; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    text = String.fromCharCode(97 + ((rest - 1) % 26)) + text;
  }
  return text;
}

/** A number in Chinese, as it is counted: 十一, 二十, 一百零三. */
function chinese(value: number): string {
  const { figures, units, ten } = COUNTED;
  if (value < 0 || value > 9999) return `${value}`;
  if (value === 0) return figures.charAt(0);
  let text = '';
  let isGap = false;
  for (let place = 3; place >= 0; place--) {
    const figure = Math.floor(value / 10 ** place) % 10;
    if (figure === 0) {
      isGap = text !== '';
      continue;
    }
    text += (isGap ? figures.charAt(0) : '') + figures.charAt(figure) + units.charAt(place).trim();
    isGap = false;
  }
  return text.startsWith(ten) ? text.slice(1) : text;
}

/** A number in the figures of another script. */
const inFigures = (value: number, figures: string): string =>
  `${value}`.replace(/\d/g, (figure) => [...figures][Number(figure)] ?? figure);

const ordinal = (value: number): string => {
  const teens = value % 100 >= 11 && value % 100 <= 13;
  return `${value}${teens ? 'th' : (['th', 'st', 'nd', 'rd'][value % 10] ?? 'th')}`;
};

/** Formats by the names that Word gives them. */
const FORMATS: Readonly<Record<string, NumberFormat>> = {
  none: () => '',
  decimalZero: (value) => `${value}`.padStart(2, '0'),
  lowerLetter: (value) => repeated(value, SCRIPTS.latin),
  upperLetter: (value) => repeated(value, SCRIPTS.latin).toUpperCase(),
  lowerRoman: roman,
  upperRoman: (value) => roman(value).toUpperCase(),
  ordinal,
  numberInDash: (value) => `- ${value} -`,
  hex: (value) => value.toString(16).toUpperCase(),
  russianLower: (value) => repeated(value, SCRIPTS.russian),
  russianUpper: (value) => repeated(value, SCRIPTS.russian).toUpperCase(),
  arabicAlpha: (value) => repeated(value, SCRIPTS.arabic),
  arabicAbjad: (value) => repeated(value, SCRIPTS.abjad),
  hebrew2: (value) => repeated(value, SCRIPTS.hebrew),
  hindiNumbers: (value) => inFigures(value, SCRIPTS.devanagariFigures),
  thaiNumbers: (value) => inFigures(value, SCRIPTS.thaiFigures),
  decimalFullWidth: (value) => inFigures(value, SCRIPTS.wideFigures),
  decimalFullWidth2: (value) => inFigures(value, SCRIPTS.wideFigures),
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  decimalEnclosedFullstop: (value) => `${value}.`,
  decimalEnclosedParen: (value) => `(${value})`,
  chineseCounting: chinese,
  chineseCountingThousand: chinese,
  taiwaneseCounting: chinese,
  taiwaneseCountingThousand: chinese,
  japaneseCounting: chinese,
  koreanCounting: chinese,
  ideographDigital: (value) => inFigures(value, COUNTED.digital),
  taiwaneseDigital: (value) => inFigures(value, COUNTED.digital),
  japaneseDigitalTenThousand: (value) => inFigures(value, COUNTED.digital),
  ideographTraditional: (value) => repeated(value, SCRIPTS.stems),
  ideographZodiac: (value) => repeated(value, SCRIPTS.branches),
  aiueo: (value) => repeated(value, SCRIPTS.aiueo),
  aiueoFullWidth: (value) => repeated(value, SCRIPTS.aiueo),
  iroha: (value) => repeated(value, SCRIPTS.iroha),
  irohaFullWidth: (value) => repeated(value, SCRIPTS.iroha),
  ganada: (value) => repeated(value, SCRIPTS.ganada),
  chicago: (value) => repeated(value, SCRIPTS.signs),
};

/** The format of a name; figures where there is none of that name. */
export const formatNamed = (name: string): NumberFormat =>
  (Object.hasOwn(FORMATS, name) ? FORMATS[name] : undefined) ?? String;

function circled(value: number): string {
  return value >= 1 && value <= 20 ? String.fromCharCode(0x2460 + value - 1) : `${value}`;
}
