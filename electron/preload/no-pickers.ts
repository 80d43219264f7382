import { webFrame } from 'electron';

/**
 * Denies a page the browser's own pickers for files: files come in by dialogs of the program or are dropped
 * by a person, so that no page can put words into the mouth of a picker. Those of the File System Access API
 * are switched off in the window; what is left is `<input type="file">`. Runs in the preload script, before
 * any script of the page.
 */
export function denyPickers(): void {
  window.addEventListener('click', refuseFileInput, { capture: true });
  void webFrame.executeJavaScript(`(${patchPage.toString()})()`);
}

/** A click, also one on a label or made by a script, on an input that is in the page. */
function refuseFileInput(event: Event): void {
  const [target] = event.composedPath();
  if (target instanceof HTMLInputElement && target.type === 'file') event.preventDefault();
}

/**
 * Inputs that are not in the page, whose clicks nobody else hears, and `showPicker`. Runs in the page's
 * world, from its text: it can use nothing from here.
 */
function patchPage(): void {
  const refusedFor = (one: unknown): boolean =>
    one instanceof HTMLInputElement && one.type === 'file';
  const refuse = (owner: object, name: string, answer: () => unknown) => {
    const original = Reflect.get(owner, name) as (...args: unknown[]) => unknown;
    const value = function (this: unknown, ...args: unknown[]): unknown {
      return refusedFor(this) ? answer() : original.apply(this, args);
    };
    Object.defineProperty(owner, name, { value, writable: false, configurable: false });
  };
  refuse(HTMLElement.prototype, 'click', () => undefined);
  refuse(EventTarget.prototype, 'dispatchEvent', () => false);
  refuse(HTMLInputElement.prototype, 'showPicker', () => {
    throw new DOMException('Files are chosen in dialogs of the program.', 'NotAllowedError');
  });
}
