import type { LeftOutKind } from '../../../model/reading.ts';
import type { Place } from '../block-writer.ts';
import type { Flow } from '../office/flow.ts';
import type { XmlElement } from '../xml/xml-tree.ts';
import type { ListCounter } from './list-counter.ts';
import type { Notes } from './notes.ts';
import type { Styles } from './styles.ts';

/** Words of a document that tell something about it. */
export interface Telling {
  field: 'title' | 'author';
  from: Place;
  to: Place;
}

/** What all stories of a document (its text, its notes, its headers) are read with. */
export interface Context {
  flow: Flow;
  styles: Styles;
  lists: ListCounter;
  footnotes: Notes;
  endnotes: Notes;
  /** Comments that are not written yet, by id. */
  comments: Map<string, XmlElement>;
  leftOut: Set<LeftOutKind>;
  tellings: Telling[];
}
