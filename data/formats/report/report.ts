import type { Marking } from '../../model/common.ts';
import type { Area, Translation } from '../../model/highlight.ts';
import type { SourceEntry } from '../../queries/sources.ts';
import type { Block } from './blocks.ts';

/** What the analyst chose, and what the program knows when the report is made. */
export interface ReportOptions {
  title: string;
  /** In the analyst's words; blank lines part paragraphs. */
  summary?: string;
  /** Ids of sections in their order; absent means all. Sources and method are always there. */
  sections?: readonly string[];
  /** UTC instant that the report carries as its date. */
  now: string;
  /** Name and version of the program, for the method note. */
  generator: string;
  /**
   * Pictures of the rectangles that are quoted, by highlight id: PNG in base64, empty where none could be made.
   * Absent: nobody has made them.
   */
  pictures?: Readonly<Record<string, string>>;
  /** Last journal record that the report stands on; its hash covers all before it. */
  journal?: { n: number; hash: string };
}

/** A quote as the report prints it: the way from an assertion to the original bytes. */
export interface ReportQuote {
  /** 1, 2, ... through the report. */
  number: number;
  highlight: string;
  /** Id of the document. */
  document: string;
  /** Half-open range of UTF-16 code units in the working text. */
  start: number;
  end: number;
  quote: string;
  /** Page of the original, or the time of a recording (h:mm:ss), where it has them. */
  page?: string;
  time?: string;
  /** The words around it, on one line; “…” stands where they are cut. */
  before: string;
  after: string;
  /** The tags of the highlight, each as its path: “Doubts › Deep doubts”. */
  tags: readonly string[];
  /** What the analyst remarks on it; blank lines part paragraphs. */
  note?: string;
  translation?: Translation;
  /** The rectangle of the original that it is, its caption, and its picture (PNG in base64). */
  area?: Area;
  caption?: string;
  picture?: string;
}

/** A document in the list of sources. */
export interface ReportSource extends SourceEntry {
  /** 1, 2, ... through the report. */
  number: number;
  /** Its quotes in the report, in the order of the text. */
  quotes: readonly ReportQuote[];
}

/** One part of the report. */
export interface ReportPart {
  id: string;
  title: string;
  blocks: readonly Block[];
}

/** A finished report: plain data that any renderer prints without asking the case again. */
export interface Report {
  title: string;
  caseTitle: string;
  /** The strictest marking of the case and of every document in it, if anything is marked. */
  marking?: Marking;
  /** UTC instant. */
  date: string;
  generator: string;
  /** How much the case holds, for the head of the report. */
  figures: readonly { label: string; value: number }[];
  parts: readonly ReportPart[];
  /** Quotes by highlight id. */
  quotes: ReadonlyMap<string, ReportQuote>;
  /** Quoted documents by id, in the order of their numbers. */
  sources: ReadonlyMap<string, ReportSource>;
}
