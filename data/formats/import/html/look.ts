/** What kind of box an element makes. */
export type Display = 'none' | 'inline' | 'block' | 'flex' | 'row' | 'cell' | 'table' | 'contents';

/** How white space is shown: as in running text, as it stands, or with its line ends alone. */
export type Spaces = 'normal' | 'pre' | 'pre-line';

/** How an element is shown, as far as it matters to a text. */
export interface Look {
  display: Display;
  /** Its place is kept, but nothing is seen. */
  invisible: boolean;
  spaces: Spaces;
  /** The style of list markers, as CSS names it; empty: that of the list. */
  marker: string;
  /** Whether words stand higher or lower than those around. */
  shift: '' | 'raised' | 'lowered';
}
