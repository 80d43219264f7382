/** The letters of the font Symbol from 0x61, 0x41 and on, and its signs from 0xA0, in Unicode. */
const SYMBOL_FROM_20 =
  ' !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼';
const SYMBOL_FROM_A0 =
  '€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪\u25a1〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭';

/** Signs of the Wingdings that documents are made with: bullets, boxes, arrows. */
const WINGDINGS: Readonly<Record<number, string>> = {
  0x22: '✂',
  0x28: '☎',
  0x2a: '✉',
  0x46: '☞',
  0x4a: '☺',
  0x4c: '☹',
  0x6c: '●',
  0x6d: '❍',
  0x6e: '■',
  0x6f: '□',
  0x71: '❑',
  0x73: '⬧',
  0x75: '◆',
  0x76: '❖',
  0x77: '⬥',
  0x78: '☒',
  0x9f: '•',
  0xa1: '○',
  0xa7: '▪',
  0xa8: '□',
  0xab: '★',
  0xd8: '➢',
  0xdf: '←',
  0xe0: '→',
  0xe1: '↑',
  0xe2: '↓',
  0xe7: '←',
  0xe8: '➔',
  0xef: '⇦',
  0xf0: '⇨',
  0xfb: '✗',
  0xfc: '✓',
  0xfd: '☒',
  0xfe: '☑',
};

/** Stands for a sign that no letter of Unicode is known for. */
const UNKNOWN = '□';

/** Whether a font holds signs in the places of letters. */
const isSymbolFont = (font: string): boolean =>
  /^(?:symbol|wingdings(?: [23])?|webdings)$/i.test(font.trim());

/** A sign of a symbol font as Unicode; `code` may lie in the private area that Word uses for them. */
export function symbolOf(font: string, code: number): string {
  const place = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code;
  if (place > 0xff) return code >= 0xe000 && code <= 0xf8ff ? UNKNOWN : String.fromCodePoint(code);
  if (/^symbol$/i.test(font.trim())) {
    const table = place >= 0xa0 ? SYMBOL_FROM_A0 : SYMBOL_FROM_20;
    return table.charAt(place - (place >= 0xa0 ? 0xa0 : 0x20)) || UNKNOWN;
  }
  if (place === 0x20) return ' ';
  if (/^wingdings$/i.test(font.trim())) return WINGDINGS[place] ?? UNKNOWN;
  return isSymbolFont(font) ? UNKNOWN : String.fromCharCode(place);
}

/** Text set in a symbol font as Unicode; other text as it is, its signs of the private area included. */
export function withSymbols(text: string, font: string): string {
  if (isSymbolFont(font))
    return [...text].map((one) => symbolOf(font, one.codePointAt(0) ?? 0)).join('');
  return text;
}
