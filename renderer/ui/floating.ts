/** How everything lies that opens at a button or a field: below it, over its neighbours, cut by no pane. */
export const below = {
  side: 'bottom',
  strategy: 'fixed',
  collisionPadding: 4,
  preventScroll: false,
} as const;

/** Escape closes what is open, and nothing behind it. */
export function closeOnEscape(event: KeyboardEvent, close: () => void): void {
  if (event.key !== 'Escape') return;
  event.preventDefault();
  event.stopPropagation();
  close();
}

/** The focus goes back to where it was, unless a person has just put it somewhere else. */
export function giveFocusBack(event: Event, content: HTMLElement | null): void {
  const { activeElement, body } = document;
  if (activeElement !== body && !content?.contains(activeElement)) event.preventDefault();
}
