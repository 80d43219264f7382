/** Follows lines of Markdown into code between fences, and out of it. */
export class Fence {
  #open = '';

  /** Whether the line is in such code, or a fence of it; lines are told one after the other. */
  holds(line: string): boolean {
    const sign = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1] ?? '';
    const wasOpen = this.isOpen;
    if (!wasOpen) this.#open = sign;
    else if (sign.startsWith(this.#open)) this.#open = '';
    return wasOpen || this.isOpen;
  }

  get isOpen(): boolean {
    return this.#open !== '';
  }
}
