/**
 * What sections are made of. Sections say what is there, renderers how it looks; so a new section has
 * every output format at once. Words of the program and words of the case are kept apart: the latter
 * are data of unknown language and direction, and never markup.
 */
export type Inline =
  | { kind: 'text'; text: string; tone?: Tone }
  /** Words of the case: names, titles, roles, notes. */
  | { kind: 'data'; text: string; tone?: Tone }
  /** Where it stands: highlights by id; printed as quote numbers. */
  | { kind: 'cite'; highlights: readonly string[] }
  /** A document by id; printed as its number in the list of sources. */
  | { kind: 'source'; document: string }
  /** To another place of the report. `text` are words of the case. */
  | { kind: 'link'; to: string; text: string };

/** How inline words are set: strong, aside, or as a small label. */
export type Tone = 'strong' | 'quiet' | 'label' | 'code';

export type Content = readonly Inline[];

export type Block =
  | { kind: 'heading'; level: 2 | 3; content: Content; anchor?: string }
  | { kind: 'paragraph'; content: Content; tone?: 'note' }
  /** Paragraphs in the analyst's own words, parted by blank lines. */
  | { kind: 'prose'; text: string }
  | { kind: 'list'; items: readonly Content[]; compact?: boolean }
  | { kind: 'table'; head: readonly string[]; rows: readonly (readonly Content[])[] }
  /** Names and values, one pair a line. */
  | { kind: 'facts'; rows: readonly (readonly [label: string, value: Content])[] }
  /** Quotes by highlight id, in full where they come first in the report; after that the numbers lead there. */
  | { kind: 'evidence'; highlights: readonly string[] }
  /** A vector figure, and what stands in its place in formats that cannot draw. */
  | { kind: 'figure'; svg: string; caption: Content; instead: readonly Block[] }
  /** Blocks that belong together and are not torn apart at the end of a page if they fit on one. */
  | { kind: 'group'; blocks: readonly Block[]; anchor?: string };

/** Words of the program. */
export const text = (words: string, tone?: Tone): Inline =>
  tone ? { kind: 'text', text: words, tone } : { kind: 'text', text: words };

/** Words of the case. */
export const data = (words: string, tone?: Tone): Inline =>
  tone ? { kind: 'data', text: words, tone } : { kind: 'data', text: words };

/** Numbers of the quotes that carry what stands before. */
export const cite = (highlights: readonly string[]): Inline => ({ kind: 'cite', highlights });

/** Number of a document in the list of sources. */
export const source = (document: string): Inline => ({ kind: 'source', document });

/** A link to an anchor of the report. */
export const link = (to: string, words: string): Inline => ({ kind: 'link', to, text: words });

/** A paragraph. */
export const paragraph = (...content: Inline[]): Block => ({ kind: 'paragraph', content });

/** A remark in small type. */
export const note = (...content: Inline[]): Block => ({ kind: 'paragraph', content, tone: 'note' });

/** Contents set between separators: `joined([a, b], ', ')`. */
export function joined(parts: readonly Content[], separator: string): Inline[] {
  return parts.flatMap((part, index) => (index === 0 ? [...part] : [text(separator), ...part]));
}
