import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Box, Glyph, Overlay } from '#data/formats/import/pdf/page.ts';
import { applied, type Matrix } from './matrix.ts';

/** What lies over a page, in points from its upper left corner. */
export interface Annotations {
  overlays: Overlay[];
  /** Notes that are put beside words. */
  remarks: Remark[];
  files: string[];
  /** What was filled into forms, as letters at its place. */
  values: Glyph[];
}

/** A note that lies beside words; `isShown`: its words are seen on the page. */
export interface Remark {
  note: string;
  box: Box | undefined;
  isShown: boolean;
}

/** An annotation of the library, as far as it is looked at. */
interface Annotation {
  id?: string;
  subtype?: string;
  rect?: readonly number[];
  quadPoints?: ArrayLike<number> | null;
  url?: string;
  unsafeUrl?: string;
  contentsObj?: { str?: string };
  titleObj?: { str?: string };
  inReplyTo?: string | null;
  replyType?: string;
  parentRect?: readonly number[];
  fieldValue?: unknown;
  fieldType?: string;
  hidden?: boolean;
  file?: { filename?: string };
}

/** Most annotations of a page that are looked at. */
const MOST = 5000;
const LONGEST_NOTE = 10_000;
const MARKS = new Set(['Highlight', 'Underline', 'Squiggly', 'StrikeOut']);
/** Shapes around or over words. */
const SHAPES = new Set(['Ink', 'Square', 'Circle', 'Line', 'Polygon', 'PolyLine']);
/** Signs beside words. */
const REMARKS = new Set(['Text', 'FreeText', 'Caret', 'Stamp']);

/** Reads links, marks, remarks and filled fields of a page. */
export async function annotationsOf(page: PDFPageProxy, view: Matrix): Promise<Annotations> {
  const all = (await page.getAnnotations({ intent: 'display' }).catch(() => [])) as Annotation[];
  const found: Annotations = { overlays: [], remarks: [], files: [], values: [] };
  const shown = all.slice(0, MOST);
  const notes = withReplies(shown);
  for (const one of shown) {
    const boxes = boxesOf(one, view);
    const note = notes.get(one.id ?? '');
    const address = one.url ?? one.unsafeUrl;
    if (one.subtype === 'Link' && address !== undefined && isAddress(address)) {
      found.overlays.push({ kind: 'link', boxes, address: address.slice(0, 2000) });
    } else if (MARKS.has(one.subtype ?? '')) {
      found.overlays.push({ kind: 'mark', boxes, ...(note !== undefined && { note }) });
    } else if (SHAPES.has(one.subtype ?? '') && note !== undefined) {
      found.overlays.push({ kind: 'mark', boxes, note });
    } else if (REMARKS.has(one.subtype ?? '') && note !== undefined) {
      found.remarks.push({ note, box: boxes[0], isShown: one.subtype === 'FreeText' });
    } else if (one.subtype === 'FileAttachment') found.files.push(one.file?.filename ?? '');
    else if (one.subtype === 'Widget') found.values.push(...valueOf(one, boxes[0]));
  }
  return found;
}

/** Where a link may lead: the address of a page or of a person. */
const isAddress = (address: string): boolean => /^(?:https?|ftp|mailto|tel):/i.test(address);

/** What was written at each annotation, with the answers to it; an answer is none of its own. */
function withReplies(all: readonly Annotation[]): Map<string, string> {
  const notes = new Map<string, string>();
  const first = new Map<string, string>();
  for (const { id = '', inReplyTo, contentsObj, titleObj, subtype } of all) {
    const root = inReplyTo ? (first.get(inReplyTo) ?? inReplyTo) : id;
    first.set(id, root);
    if (subtype === 'Popup') continue;
    const words = contentsObj?.str?.replace(/\r\n?/g, '\n').trim() ?? '';
    const author = titleObj?.str?.trim() ?? '';
    if (words === '') continue;
    const said = author === '' ? words : `${author}: ${words}`;
    const before = notes.get(root);
    notes.set(root, (before === undefined ? said : `${before}\n${said}`).slice(0, LONGEST_NOTE));
  }
  return notes;
}

/** Eight numbers are the corners of a stretch; without them the annotation is its rectangle. */
function boxesOf({ quadPoints, rect }: Annotation, view: Matrix): Box[] {
  const numbers = Array.from(quadPoints ?? []);
  const quads: number[][] = [];
  for (let at = 0; at + 8 <= numbers.length; at += 8) quads.push(numbers.slice(at, at + 8));
  if (quads.length === 0 && rect?.length === 4) quads.push([...rect]);
  return quads.map((quad) => boxOf(quad, view));
}

function boxOf(quad: readonly number[], view: Matrix): Box {
  const box = { x0: Infinity, y0: Infinity, x1: -Infinity, y1: -Infinity };
  for (let at = 0; at + 1 < quad.length; at += 2) {
    const [x, y] = applied(view, quad[at] ?? 0, quad[at + 1] ?? 0);
    box.x0 = Math.min(box.x0, x);
    box.y0 = Math.min(box.y0, y);
    box.x1 = Math.max(box.x1, x);
    box.y1 = Math.max(box.y1, y);
  }
  return box;
}

/** The words in a field, spread over its place. */
function valueOf({ fieldValue, fieldType, hidden }: Annotation, box: Box | undefined): Glyph[] {
  const values = (Array.isArray(fieldValue) ? fieldValue : [fieldValue]) as unknown[];
  const text = values.filter((one) => typeof one === 'string').join(', ');
  if (!box || hidden === true || (fieldType !== 'Tx' && fieldType !== 'Ch')) return [];
  const lines = text.split(/\r\n?|\n/).slice(0, 500);
  const size = Math.min(12, (box.y1 - box.y0) / lines.length);
  if (!(size > 1)) return [];
  const look = { bold: false, italic: false, mono: false };
  return lines.flatMap((line, row) => {
    const letters = [...line].slice(0, LONGEST_NOTE);
    const width = Math.min(0.5 * size, (box.x1 - box.x0) / letters.length);
    const y = box.y0 + ((row + 0.8) * (box.y1 - box.y0)) / lines.length;
    return letters.map((letter, at) => {
      const x = box.x0 + at * width;
      return { text: letter, x, y, width, size: Math.min(size, 2 * width), look, turn: 0 };
    });
  });
}
