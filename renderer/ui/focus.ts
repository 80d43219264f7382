/** Gives an element the focus when it appears. An attachment. */
export function focused(element: HTMLElement): void {
  element.focus({ preventScroll: true });
}
