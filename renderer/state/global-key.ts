import type { Commands } from './commands.svelte.ts';

/** Keys that a text field needs for itself. */
const FIELD_KEYS = /^Ctrl\+(Shift\+)?[ACVXZY]$/;

/**
 * Runs the command that a key means, wherever the focus is. Fields keep the keys they edit with, and
 * in a dialog only its own keys count.
 */
export function globalKey(event: KeyboardEvent, commands: Commands): void {
  if (event.defaultPrevented) return;
  const command = commands.forKey(event);
  const { target } = event;
  if (!command || (target instanceof Element && target.closest('dialog'))) return;
  const key = command.keys?.find((one) => FIELD_KEYS.test(one));
  if (isField(target) && (key !== undefined || !(event.ctrlKey || event.altKey || event.metaKey))) {
    if (!/^F\d/.test(event.key)) return;
  }
  event.preventDefault();
  if (!event.repeat || command.repeats) commands.run(command.id);
}

/** Whether typing there writes text. */
export function isField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLInputElement && !['checkbox', 'radio', 'range'].includes(target.type))
  );
}
