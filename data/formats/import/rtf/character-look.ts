import type { Look } from '../office/look.ts';

/** The look of letters behind a control word; undefined when the word is about something else. */
export function lookAfter(look: Look, word: string, value: number | undefined): Look | undefined {
  const isOn = value !== 0;
  switch (word) {
    case 'plain':
      return {};
    case 'b':
      return { ...look, strong: isOn };
    case 'i':
      return { ...look, emphasis: isOn };
    case 'v':
      return { ...look, hidden: isOn };
    case 'super':
    case 'up':
      return { ...look, shift: isOn ? 'raised' : undefined };
    case 'sub':
    case 'dn':
      return { ...look, shift: isOn ? 'lowered' : undefined };
    case 'nosupersub':
      return { ...look, shift: undefined };
    case 'strike':
    case 'striked':
    case 'deleted':
      return { ...look, change: isOn ? 'deletion' : undefined };
    case 'revised':
      if (look.change === 'deletion') return look;
      return { ...look, change: isOn ? 'insertion' : undefined };
    default:
      return undefined;
  }
}
