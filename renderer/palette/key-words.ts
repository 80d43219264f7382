const names: Record<string, string> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Enter: '↵',
  Escape: 'Esc',
  Delete: 'Del',
};

/** A key as it is shown: `Ctrl+Shift+Z` becomes `Ctrl ⇧ Z`. */
export function keyWords(key: string): string {
  return key
    .split(/\+(?!$)/)
    .map((part) => names[part] ?? (part === 'Shift' ? '⇧' : part))
    .join(' ');
}
