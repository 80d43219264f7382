import type { CallInput } from '#data/api/api.ts';

/** A value that survives JSON. */
export type Json = CallInput<'case.saveView'>['view'];

const PAUSE = 800;

/**
 * How the case was last looked at, kept with it as plain JSON. Writing is cheap: it is saved after a
 * pause of 0.8 s, and at once when the window closes.
 */
export class ViewStore {
  readonly #parts: Record<string, Json>;
  readonly #save: (view: Json) => Promise<unknown>;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #ended = false;

  constructor(saved: unknown, save: (view: Json) => Promise<unknown>) {
    this.#parts = isParts(saved) ? { ...saved } : {};
    this.#save = save;
  }

  /** The part a view saved under its name; it may be of an older version, so look before use. */
  read(name: string): Json | undefined {
    return this.#parts[name];
  }

  write(name: string, part: Json): void {
    if (this.#ended || JSON.stringify(this.#parts[name]) === JSON.stringify(part)) return;
    this.#parts[name] = part;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), PAUSE);
  }

  /** Whether the case is open still. */
  get isOpen(): boolean {
    return !this.#ended;
  }

  /** Saves what is waiting, if anything is. */
  async flush(): Promise<void> {
    if (this.#timer === undefined) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    await this.#save({ ...this.#parts });
  }

  /**
   * Saves nothing from now on. Call when the case is closed: what its views write while they go would
   * be saved with the next case, or nowhere.
   */
  end(): void {
    this.#ended = true;
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}

function isParts(saved: unknown): saved is Record<string, Json> {
  return typeof saved === 'object' && saved !== null && !Array.isArray(saved);
}
