import { say } from '#data/words/say.ts';

const names: Record<string, string> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Enter: '↵',
  Escape: say('palette.esc'),
  Delete: say('palette.del'),
};

/** A key as it is shown: `Ctrl+Shift+Z` becomes `Ctrl ⇧ Z`. */
export function keyWords(key: string): string {
  return key
    .split(/\+(?!$)/)
    .map((part) => names[part] ?? (part === 'Shift' ? '⇧' : part))
    .join(' ');
}
