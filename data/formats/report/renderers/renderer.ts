import type { FontShelf } from '../html/fonts.ts';
import type { PrintPage } from '../render-html.ts';
import type { Report } from '../report.ts';

/** A report in a format: the file itself, or a page from which a browser prints it. */
export type Rendered = { file: string } | { print: PrintPage };

/** Turns a report into a format, with fonts of the shelf where it takes some. The same report gives the same. */
export type Render = (report: Report, shelf?: FontShelf) => Rendered;

/** A format that a report can be written in. Window, command line and help choose from the registry. */
export interface ReportRenderer {
  /** What the command line calls it; kept in scripts, so never change it. */
  id: string;
  /** In a few letters, for buttons. */
  label: string;
  /** What its files are, for dialogs. */
  kind: string;
  mediaType: string;
  /** Ending of its files, without the dot. */
  extension: string;
  /** Whether pictures of quoted rectangles are printed: else they need not be made. */
  showsPictures: boolean;
  /** Its code, loaded when a report is made: who only asks for the choices does not need it. */
  readonly load: () => Promise<Render>;
}
