import type { KeyboardInputEvent, WebContents } from 'electron';

type Modifier = NonNullable<KeyboardInputEvent['modifiers']>[number];

/** Presses and lets go of keys in a page, as if typed. `keys` is an accelerator: `CmdOrCtrl+Shift+Z`. */
export function pressKeys(contents: WebContents, keys: string): void {
  const parts = keys.split('+');
  const keyCode = parts.pop() ?? '';
  const modifiers = parts.map(modifierOf);
  contents.sendInputEvent({ type: 'keyDown', keyCode, modifiers });
  contents.sendInputEvent({ type: 'keyUp', keyCode, modifiers });
}

function modifierOf(name: string): Modifier {
  if (name === 'CmdOrCtrl') return process.platform === 'darwin' ? 'meta' : 'control';
  return name.toLowerCase() as Modifier;
}
