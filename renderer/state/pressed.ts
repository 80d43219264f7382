/** Keys by their place on the keyboard, where a layout writes another script: plain and with Shift. */
const PLACES: Readonly<Record<string, readonly [plain: string, shifted: string]>> = {
  Minus: ['-', '_'],
  Equal: ['=', '+'],
  BracketLeft: ['[', '{'],
  BracketRight: [']', '}'],
  Semicolon: [';', ':'],
  Quote: ["'", '"'],
  Backquote: ['`', '~'],
  Backslash: ['\\', '|'],
  Comma: [',', '<'],
  Period: ['.', '>'],
  Slash: ['/', '?'],
};

/**
 * The key that a press means for shortcuts: what it writes, or what stands at its place on a Latin
 * keyboard when the layout writes another script (Cyrillic, Arabic, Greek, figures of Persian).
 * Letters as they are written, small or capital.
 */
export function pressed({ key, code, shiftKey }: KeyPress): string {
  if (key.length !== 1 || /[\u0020-\u007e]|\p{Script=Latin}/u.test(key)) return key;
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  if (letter !== undefined) return shiftKey ? letter : letter.toLowerCase();
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1];
  return digit ?? PLACES[code]?.[shiftKey ? 1 : 0] ?? key;
}

/** What of a keyboard event tells which key it is. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey'>;

/**
 * Keeps keys from everybody that are none: those of an input method that is composing (its Enter takes
 * the word and submits nothing), and an Enter that repeats itself because it is held down. A text of
 * several lines keeps its own. Call with every keydown before anybody else.
 */
export function keepBack(event: KeyboardEvent): void {
  if (event.isComposing) {
    event.stopImmediatePropagation();
    return;
  }
  if (!event.repeat || event.key !== 'Enter' || event.target instanceof HTMLTextAreaElement) return;
  event.preventDefault();
  event.stopImmediatePropagation();
}
