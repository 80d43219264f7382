import type { BlockWriter, Place } from '../block-writer.ts';
import type { HtmlMarks } from './marks.ts';
import { childrenOf, isElement, wordsOf, type PageElement, type PageNode } from './tree.ts';

/** What writing a ruby element works with. */
interface Tools {
  writer: BlockWriter;
  marks: HtmlMarks;
  /** Writes a child as any other. */
  write: (node: PageNode) => void;
  /** Hears of a reading that belongs to no words. */
  lost: (reading: string) => void;
}

/**
 * Writes words with their readings: the words stand in the text, the reading in a mark over them. Several
 * words may come before their readings; brackets for readers without ruby are left out.
 */
export function writeRuby(ruby: PageElement, tools: Tools): void {
  const { writer, marks, write, lost } = tools;
  const waiting: { from: Place; to: Place }[] = [];
  let from: Place | undefined;
  const endBase = (): void => {
    if (from) waiting.push({ from, to: writer.there() });
    from = undefined;
  };
  const read = (rt: PageElement): void => {
    endBase();
    const base = waiting.shift();
    const reading = wordsOf(rt, 400).replace(/\s+/g, ' ').trim();
    if (base) marks.ruby(base.from, base.to, reading);
    else lost(reading);
  };
  for (const child of childrenOf(ruby)) {
    const name = isElement(child) ? child.name : '';
    if (name === 'rp') continue;
    if (name === 'rt') read(child as PageElement);
    else if (name === 'rtc') {
      for (const one of childrenOf(child as PageElement)) if (isElement(one)) read(one);
    } else if (isElement(child) || child.text.trim() !== '') {
      if (name === 'rb') endBase();
      from ??= writer.here();
      write(child);
      if (name === 'rb') endBase();
    }
  }
}
