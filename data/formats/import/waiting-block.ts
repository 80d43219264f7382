import type { RegionKind } from '../../text/region-kinds.ts';
import type { Block } from '../../text/working-text.ts';

/** How a block is parted from the one before: cells by a tab, lines and paragraphs by line feeds. */
export type Gap = '\t' | '\n' | '\n\n';

/** How the words that come next are to be shown. */
export interface Style extends Pick<Block, 'level' | 'number'> {
  kind: Exclude<Block['kind'], 'continuation' | 'page-break'>;
  /** What it is beside the text, if it is. */
  region?: RegionKind;
  /** The region is a guess, which is given up when it would hide most of the text. */
  guess?: true;
}

/** A place in the text that is being built: its offset is known when the words around it are. */
export interface Place {
  offset: number;
}

/** A place in a block, by code units from its start; `behind`: it belongs to the words before it. */
export interface OpenPlace {
  place: Place;
  at: number;
  behind: boolean;
}

/** A block that waits for its place in the text. */
export interface Waiting {
  text: string;
  style: Style | 'page-break';
  gap: Gap;
  places: OpenPlace[];
}
