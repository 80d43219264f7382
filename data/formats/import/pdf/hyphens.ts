import type { Line } from './line.ts';
import { endsInHyphen } from './paragraph.ts';

const WORD = /[\p{L}\p{M}]+(?:[-‐][\p{L}\p{M}]+)*/gu;
/** Words with the hyphens in them. */
const PARTS = /[\p{L}\p{M}‐-]+/gu;
/** “pre- and post-war”. */
const GOES_ON = /^(?:and|or|to|und|oder|bis|et|ou|y|и|или)\s/u;
const IDEOGRAPH = /[\u2e80-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]/u;

/** The words of a document as they stand within its lines: what tells how words at line ends are written. */
export class Vocabulary {
  readonly #words = new Set<string>();

  /** The words of one more line; one that is cut at its end is none. */
  add({ text }: Line): void {
    const cut = endsInHyphen(text);
    const words = text.match(WORD) ?? [];
    words.forEach((word, at) => {
      if (cut && at === words.length - 1) return;
      this.#words.add(plain(word));
      if (/[-‐]/.test(word)) for (const part of word.split(/[-‐]/)) this.#words.add(plain(part));
    });
  }

  /** How a line and the next one of its paragraph join: what stands between, and how much of it is cut. */
  joint(line: string, next: string): { cut: number; between: '' | ' ' } {
    if (endsInHyphen(line) && GOES_ON.test(next)) return { cut: 0, between: ' ' };
    if (endsInHyphen(line)) return { cut: this.#isCut(line, next) ? 1 : 0, between: '' };
    const [last, first] = [line.at(-1) ?? '', next.charAt(0)];
    const isDash = /[-‐–—]/.test(last) && /[\p{L}\p{N}]/u.test(line.at(-2) ?? '');
    if (isDash && /[\p{L}\p{N}]/u.test(first)) return { cut: 0, between: '' };
    if (IDEOGRAPH.test(last) && IDEOGRAPH.test(first)) return { cut: 0, between: '' };
    return { cut: 0, between: goesOnAsAddress(line, next) ? '' : ' ' };
  }

  /** Whether the hyphen at the end of a line is there only because the line ends. */
  #isCut(line: string, next: string): boolean {
    if (!/^\p{Ll}|^\p{Lo}/u.test(next)) return false;
    const before = line.slice(-60, -1).match(PARTS)?.at(-1) ?? '';
    const after = next.slice(0, 60).match(PARTS)?.[0] ?? '';
    if (this.#words.has(plain(before + after))) return true;
    if (this.#words.has(plain(`${before}-${after}`))) return false;
    if (isCompound(plain(before), plain(after))) return false;
    if (PREFIX.test(before) && after.length > 3 && this.#words.has(plain(after))) return false;
    // Both are words of their own, and nowhere is there one of them together.
    const areWords = [before, after].every(
      (part) => part.length > 3 && this.#words.has(plain(part)),
    );
    return !areWords;
  }
}

/** Words that are mostly written with a hyphen before another one. */
const PREFIX =
  /^(?:self|cross|non|anti|ex|half|all|vice|well|mid|post|pre|pro|semi|quasi|short|long|high|low)$/i;
const TENS = /^(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)$/;
const ONES =
  /^(?:one|two|three|four|five|six|seven|eight|nine|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)/;

/** Whether a hyphen stands in the middle of a line too: twenty-seven, re-elected. */
const isCompound = (before: string, after: string): boolean =>
  (TENS.test(before) && ONES.test(after)) || (/^(?:re|pre)$/.test(before) && after.startsWith('e'));

const plain = (word: string): string => word.toLowerCase().replace(/‐/g, '-');

/** An address that was cut at one of its signs. */
function goesOnAsAddress(line: string, next: string): boolean {
  const last = line.slice(line.lastIndexOf(' ') + 1);
  return (
    /^(?:https?:\/\/|www\.)\S*[/=&?_%#~.-]$/i.test(last.slice(0, 500)) &&
    /^[a-z\d/?=&_%#~-]\S*/.test(next)
  );
}
