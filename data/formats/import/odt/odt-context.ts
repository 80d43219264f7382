import type { LeftOutKind } from '../../../model/reading.ts';
import type { Flow } from '../office/flow.ts';
import type { LatePlace } from '../office/late-place.ts';
import type { XmlElement } from '../xml/xml-tree.ts';
import type { OdtStyles } from './odt-styles.ts';

/** A note, which is written behind the text. */
export interface OdtNote {
  number: string;
  place: LatePlace;
  body: XmlElement;
  isEnd: boolean;
}

/** What all stories of a document are read with. */
export interface OdtContext {
  flow: Flow;
  styles: OdtStyles;
  notes: OdtNote[];
  /** What was taken out of the text while changes were recorded, by id. */
  deletions: Map<string, XmlElement>;
  /** Ids of what was put in. */
  insertions: Set<string>;
  /** Those of them whose words follow now. */
  inserting: Set<string>;
  leftOut: Set<LeftOutKind>;
  /** Words of the paragraph that is the title. */
  title?: string;
}
