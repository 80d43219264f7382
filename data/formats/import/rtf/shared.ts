import type { LeftOutKind } from '../../../model/reading.ts';
import type { Flow } from '../office/flow.ts';
import type { LatePlace } from '../office/late-place.ts';
import type { Decoders, Header } from './header.ts';
import type { State } from './state.ts';

/** A group that is read by itself: from its first byte to its end. */
export interface Range {
  start: number;
  end: number;
  state: State;
}

/** A note, which is written behind the text. */
export interface RtfNote extends Range {
  number: string;
  place: LatePlace;
  isEnd: boolean;
}

/** What all stories of a file are read with. */
export interface Shared {
  /** Name of the file, for refusals. */
  file: string;
  bytes: Uint8Array;
  flow: Flow;
  header: Header;
  decoders: Decoders;
  notes: RtfNote[];
  footers: Range[];
  /** Headers and footers that were met, so that each is read once. */
  seen: Set<string>;
  counts: { footnotes: number; endnotes: number };
  leftOut: Set<LeftOutKind>;
  /** Hears how many bytes are done. */
  passed: (bytes: number) => void;
}
