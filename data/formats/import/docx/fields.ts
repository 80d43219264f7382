import { fieldAddress } from '../office/addresses.ts';

/** Fields within each other: deeper nobody nests but to harm. */
const DEEPEST = 100;
/** Code units of an instruction that are looked at. */
const LONGEST = 4000;

interface Field {
  instruction: string;
  isResult: boolean;
}

/** Follows the fields of a text: what computes a result is not shown, the result is. */
export class Fields {
  readonly #open: Field[] = [];
  #tooDeep = 0;

  /** A field begins, its instruction first. */
  begin(): void {
    if (this.#open.length < DEEPEST) this.#open.push({ instruction: '', isResult: false });
    else this.#tooDeep++;
  }

  instruct(text: string): void {
    const field = this.#open.at(-1);
    if (field && !field.isResult && field.instruction.length < LONGEST) field.instruction += text;
  }

  /** What the innermost field computes. */
  get instruction(): string {
    return this.#open.at(-1)?.instruction ?? '';
  }

  /** Its result begins. */
  separate(): void {
    const field = this.#open.at(-1);
    if (field && this.#tooDeep === 0) field.isResult = true;
  }

  end(): void {
    if (this.#tooDeep > 0) this.#tooDeep--;
    else this.#open.pop();
  }

  /** A paragraph ends: an instruction that has no end by now is none, and hides nothing more. */
  endParagraph(): void {
    const open = this.#open.filter(({ isResult }) => isResult);
    this.#open.splice(0, this.#open.length, ...open);
    this.#tooDeep = 0;
  }

  /** Whether words belong to an instruction now. */
  get isHidden(): boolean {
    return this.#open.some(({ isResult }) => !isResult);
  }

  /** Where the words lead to now, if they are the result of a link. */
  get address(): string | undefined {
    return this.#open.map(({ instruction }) => fieldAddress(instruction)).findLast(Boolean);
  }

  /** Whether the words are those of a table of contents. */
  get isContents(): boolean {
    return this.#open.some(
      ({ instruction, isResult }) => isResult && /^\s*(?:TOC|INDEX)(?:\s|$)/i.test(instruction),
    );
  }
}
