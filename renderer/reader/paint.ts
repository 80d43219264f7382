import type { EntityType, Tag } from '#data/model/codebook.ts';
import type { Entity } from '#data/model/entity.ts';
import type { Highlight } from '#data/model/highlight.ts';
import { say } from '#data/words/say.ts';
import type { Layer } from './layers.svelte.ts';
import type { Segment } from './segments.ts';

/** How one underline is drawn: colour as in the codebook, and a pattern for eyes that see few colours. */
export interface Stroke {
  colour: string;
  pattern: Pattern;
  label: string;
}
export const patterns = ['solid', 'dashed', 'dotted', 'double', 'dash-dot'] as const;
export type Pattern = (typeof patterns)[number] | 'fine';

/** What strokes are made from. */
export interface Palette {
  /** Whether a layer of underlines is shown. */
  shows(layer: Layer): boolean;
  entity(id: string): Entity | undefined;
  entityType(id: string): EntityType | undefined;
  tag(id: string): Tag | undefined;
  /** Position of a top-level tag in the codebook; its pattern follows from it. */
  rootIndex(id: string): number;
}

/** Words that carry a relation, an event or a claim, and nothing else: a quiet line without a tint. */
const PLAIN: Stroke = {
  colour: '#80796c',
  pattern: 'fine',
  label: say('reader.quoted-as-evidence'),
};

/** The underlines of a highlight: its actors first (always solid), then its tags; none of hidden layers. */
export function strokesOf(mark: Highlight, palette: Palette): Stroke[] {
  const strokes: Stroke[] = [];
  const actors = mark.entities.map((id) => palette.entity(id)).filter((one) => one !== undefined);
  for (const actor of palette.shows('actors') ? actors : []) {
    const type = palette.entityType(actor.type);
    strokes.push({ colour: type?.colour ?? PLAIN.colour, pattern: 'solid', label: actor.name });
  }
  for (const id of mark.tags) {
    const tag = palette.tag(id);
    if (tag && palette.shows('tags')) strokes.push(tagStroke(tag, palette));
  }
  const isPlain = actors.length === 0 && mark.tags.length === 0;
  return isPlain && palette.shows('evidence') ? [PLAIN] : strokes;
}

/** How a tag is drawn, here and in every list; children look like their top-level tag unless they have a colour. */
export function tagStroke(tag: Tag, palette: Palette): Stroke {
  let root = tag;
  let colour = tag.colour;
  for (let depth = 0; root.parent !== undefined && depth < 50; depth++) {
    const parent = palette.tag(root.parent);
    if (!parent) break;
    root = parent;
    colour ??= parent.colour;
  }
  const pattern = patterns[1 + (palette.rootIndex(root.id) % (patterns.length - 1))] ?? 'dashed';
  return { colour: colour ?? PLAIN.colour, pattern, label: tag.name };
}

/** Pixels between two underlines, and the deepest that still fits above the next line. */
const PITCH = 3;
const DEEPEST = 4;

/** The CSS background of a run: tints over each other, underlines below each other. */
export function paintOf(
  segment: Segment<Highlight>,
  strokes: (mark: Highlight) => readonly Stroke[],
): string {
  const lines: string[] = [];
  const tints: string[] = [];
  for (const { mark, lane } of segment.marks) {
    strokes(mark).forEach(({ colour, pattern }, i) => {
      const ink = `oklch(from ${colour} var(--mark-light) c h)`;
      lines.push(underline(ink, pattern, Math.min(lane + i, DEEPEST)));
    });
    const [first] = strokes(mark);
    if (!first) continue;
    const share = first === PLAIN ? 'var(--tint-plain)' : 'var(--tint)';
    const tint = `color-mix(in oklab, ${first.colour} ${share}, transparent)`;
    tints.push(`linear-gradient(${tint}, ${tint})`);
  }
  return [...lines, ...tints].join(', ');
}

/** How far the deepest underline of a run reaches below the letters, in px. */
export function depthOf(
  segment: Segment<Highlight>,
  strokes: (mark: Highlight) => readonly Stroke[],
): number {
  const lanes = segment.marks.map(({ mark, lane }) => lane + strokes(mark).length);
  return Math.min(DEEPEST + 1, Math.max(0, ...lanes)) * PITCH;
}

function underline(ink: string, pattern: Pattern, lane: number): string {
  const gaps: Record<Pattern, string> = {
    solid: `${ink}, ${ink}`,
    fine: `90deg, ${ink} 0 1px, transparent 1px 3px`,
    dashed: `90deg, ${ink} 0 5px, transparent 5px 8px`,
    dotted: `90deg, ${ink} 0 2px, transparent 2px 4px`,
    double: `180deg, ${ink} 0 1px, transparent 1px 2px, ${ink} 2px 3px`,
    'dash-dot': `90deg, ${ink} 0 6px, transparent 6px 8px, ${ink} 8px 10px, transparent 10px 12px`,
  };
  const widths: Record<Pattern, string> = {
    solid: '8px',
    fine: '3px',
    dashed: '8px',
    dotted: '4px',
    double: '8px',
    'dash-dot': '12px',
  };
  const below = `${(lane + 1) * PITCH}px`;
  const thick = { double: '3px', fine: '1px' }[pattern as string] ?? 'var(--mark-line)';
  const place = `0 calc(100% - var(--sink) + ${below} - 0.14em)`;
  return `linear-gradient(${gaps[pattern]}) ${place} / ${widths[pattern]} ${thick} repeat-x`;
}
