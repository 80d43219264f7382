import { untrack } from 'svelte';
import { pressed } from './pressed.ts';

/** One thing the analyst can do, by palette, menu or key. */
export interface Command {
  /** `<area>.<verb>`; the native menu names commands by it. */
  id: string;
  /** Plain words, as listed in the palette. */
  title: string;
  /** Other words that people use for it, parted by commas; the palette finds it by them. */
  words?: string;
  group: 'Case' | 'Edit' | 'Reader' | 'Network' | 'View' | 'Report' | 'Help';
  /** Keys as `Ctrl+K`, `Alt+1`, `?`; several may do the same. */
  keys?: readonly string[];
  /** Whether holding its key down does it again and again; else a held key counts once. */
  repeats?: boolean;
  /** Whether it can be done now; absent means always. */
  enabled?: () => boolean;
  run: () => unknown;
}

/** The commands of the window. Areas add theirs when they appear and take them back when they go. */
export class Commands {
  #commands: ReadonlyMap<string, Command> = $state.raw(new Map());

  get all(): Command[] {
    return [...this.#commands.values()];
  }

  /** Adds commands; returns how to take them back. A later command of the same id wins. */
  add(commands: readonly Command[]): () => void {
    // Adding from an effect must not make the effect follow the commands: it would never end.
    const known = untrack(() => this.#commands);
    this.#commands = new Map([...known, ...commands.map((one) => [one.id, one] as const)]);
    return () => {
      const rest = new Map(untrack(() => this.#commands));
      for (const one of commands) if (rest.get(one.id) === one) rest.delete(one.id);
      this.#commands = rest;
    };
  }

  /** Runs a command if it is known and enabled; tells whether it ran. */
  run(id: string): boolean {
    const command = this.#commands.get(id);
    if (!command || command.enabled?.() === false) return false;
    command.run();
    return true;
  }

  /** The command that a key press means, if any. */
  forKey(event: KeyboardEvent): Command | undefined {
    const pressed = keyName(event);
    return this.all.find((one) => one.keys?.includes(pressed) && one.enabled?.() !== false);
  }
}

/**
 * Name of a key press as commands write it; Ctrl stands for the Mac's Command too. A layout that writes
 * another script means the keys of a Latin one.
 */
export function keyName(event: KeyboardEvent): string {
  const written = pressed(event);
  const key = written.length === 1 ? written.toUpperCase() : written;
  const parts = [];
  if (event.ctrlKey || event.metaKey) parts.push('Ctrl');
  if (event.altKey) parts.push('Alt');
  if (event.shiftKey && (key.length > 1 || /[A-Z]/.test(key))) parts.push('Shift');
  return [...parts, key].join('+');
}
