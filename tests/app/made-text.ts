import type { RegionKind } from '#data/text/region-kinds.ts';
import type { Block, TextMark, WorkingText } from '#data/text/working-text.ts';

/** A block by its words. */
export interface MadeBlock extends Omit<Block, 'start' | 'end'> {
  words: string;
  /** What it is beside the text. */
  region?: RegionKind;
  /** Number of the page that begins with it, or within it before these words. */
  page?: string;
  /** When it was said, in milliseconds. */
  said?: readonly [number, number];
}

/** How words of a made text look; `words` stand in it once. */
export interface MadeMark extends Omit<TextMark, 'start' | 'end' | 'to'> {
  words: string;
  /** The words of the note that a sign belongs to. */
  note?: string;
}

/** A working text with everything that a format can give, and what of it is folded away. */
export function madeText(
  made: readonly MadeBlock[],
  marks: readonly MadeMark[] = [],
): { text: WorkingText; regions: { start: number; end: number; kind: RegionKind }[] } {
  let text = '';
  const blocks: Block[] = [];
  const pages: { start: number; end: number; number: string }[] = [];
  const cues: { start: number; end: number; from: number; to: number }[] = [];
  const regions: { start: number; end: number; kind: RegionKind }[] = [];
  for (const { words, region, page, said, ...block } of made) {
    if (text !== '') text += '\n\n';
    const at = words.indexOf('|');
    const start = text.length;
    text += words.replace('|', '');
    const end = text.length;
    blocks.push({ start, end, ...block });
    if (said) cues.push({ start, end, from: said[0], to: said[1] });
    if (page !== undefined) pages.push({ start: start + Math.max(0, at), end, number: page });
    const last = regions.at(-1);
    if (region && last?.kind === region && blocks.at(-2)?.end === last.end) last.end = end;
    else if (region) regions.push({ start, end, kind: region });
  }
  pages.forEach((page, i) => (page.end = pages[i + 1]?.start ?? text.length));
  const at = (words: string) => text.indexOf(words);
  const looks = marks.map(({ words, note, ...mark }): TextMark => ({
    start: at(words),
    end: at(words) + words.length,
    ...mark,
    ...(note !== undefined && { to: at(note) }),
  }));
  looks.sort((a, b) => a.start - b.start);
  return {
    text: {
      text,
      blocks,
      ...(looks.length > 0 && { marks: looks }),
      ...(pages.length > 0 && { pages }),
      ...(cues.length > 0 && { cues }),
    },
    regions,
  };
}
