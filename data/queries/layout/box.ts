import type { LayoutNode } from './layout.ts';

/** Type size of a label at zoom 1, in CSS pixels, and what follows from it. */
export const LABEL = { size: 11, line: 14, gap: 4, widest: 124, longest: 64 } as const;

const wide = /[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]/;

/** Diameter of a node in CSS pixels: its area grows with its weight. */
export function diameter(weight: number, heaviest: number): number {
  return Math.round(20 + 26 * Math.sqrt(heaviest > 0 ? weight / heaviest : 0));
}

/** The name as it stands on the canvas: very long ones are cut, with an ellipsis. */
export function labelText(name: string): string {
  const letters = [...name];
  return letters.length > LABEL.longest ? `${letters.slice(0, LABEL.longest - 1).join('')}…` : name;
}

/**
 * The room a node and its label take. Estimated from the number of letters, not measured, so that
 * the window, the worker and a report come to the same picture.
 */
export function nodeBox(id: string, group: string, name: string, size: number): LayoutNode {
  const label = labelSize(name);
  return {
    id,
    group,
    width: Math.max(size, label.width) + 8,
    above: size / 2 + 3,
    below: size / 2 + LABEL.gap + label.height,
  };
}

/** Size of a label in CSS pixels at zoom 1, estimated from its letters. */
export function labelSize(name: string): { width: number; height: number } {
  const lines = wrap(labelText(name));
  return { width: Math.max(...lines.map(textWidth)), height: lines.length * LABEL.line };
}

function textWidth(text: string): number {
  let width = 0;
  for (const letter of text) width += wide.test(letter) ? LABEL.size : LABEL.size * 0.57;
  return width;
}

function wrap(text: string): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && textWidth(longer) > LABEL.widest) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}
