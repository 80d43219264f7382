import { z } from 'zod';
import { Id, Marking } from './model/common.ts';
import type { CaseDocument } from './model/document.ts';
import type { Highlight, HighlightAnswer } from './model/highlight.ts';
import type { KindedRecord, Kind, RecordOf, WindowKind } from './model/records.ts';
import type { ErrorShape } from './errors.ts';
import type { PackedBlocks } from './text/packed-blocks.ts';
import type { WorkingText } from './text/working-text.ts';
import type { Occurrence } from './queries/occurrence-places.ts';
import type { Nearness } from './queries/said-of.ts';
import type { Passage } from './queries/passage.ts';
import type { TextPart } from './queries/text-part.ts';
import { reportFormats } from './formats/report/renderers/registry.ts';
import type { ProblemReport } from './queries/verify.ts';

/**
 * The one contract between the window and the desktop. Every call has a strict input schema, checked
 * on arrival in the main process; outputs are plain data. Adding a call here does not compile until
 * its handler exists. No call carries a path of the machine: cases and files are opaque keys.
 */
interface Call<I, O> {
  input: z.ZodType<I>;
  /** Type only: never present at run time. */
  readonly output?: O;
}

function call<I>(input: z.ZodType<I>) {
  return { gives: <O>(): Call<I, O> => ({ input }) };
}

const nothing = z.strictObject({});
const Key = z.string().min(1).max(200);
const Offset = z.int().min(0);
const Passphrase = z.string().min(1).max(1000);

/** What opens an encrypted case: its passphrase, or the recovery key that was printed once. */
const Secret = z.union([
  z.strictObject({ passphrase: Passphrase }),
  z.strictObject({ recoveryKey: Passphrase }),
]);
export type Secret = z.infer<typeof Secret>;

/**
 * Which opening of which case something is about, and the number of the last event about it that was told
 * before or with this. Numbers rise by one: who misses one fetches `case.current` again.
 */
export interface Stamp {
  /** Made anew whenever a case is opened. */
  session: string;
  event: number;
}

/** Everything the window needs to show a case, but for texts and highlights, which come by document. */
export interface CaseSnapshot extends Stamp {
  /** Records of every kind that stays in memory. */
  records: { [K in WindowKind]: RecordOf<K>[] };
  /** Highlights per document id. */
  highlightCounts: Record<string, number>;
  /** Highlights that name an actor, per actor id. */
  mentionCounts: Record<string, number>;
  tagCounts: Record<string, number>;
  history: HistoryState;
  store: StoreState;
  /** View state saved by the window when the case was last open; absent at first. */
  view?: unknown;
  /** What was typed into forms and not taken yet; absent when there is none. */
  drafts?: Drafts;
}

/** Drafts as JSON that only the window understands. */
export const Drafts = z.json().nullable();
export type Drafts = z.infer<typeof Drafts>;

/** What undo and redo would do, in words. */
export interface HistoryState {
  undo?: { n: number; label: string };
  redo?: { n: number; label: string };
}

/** How the store stands. Times are UTC instants. */
export interface StoreState {
  mode: 'writable' | 'read-only' | 'failed';
  /** Last acknowledged journal number and its time. */
  n: number;
  savedAt?: string;
  /** Why the case is read-only or failed, as a sentence. */
  reason?: string;
  /** What opening had to repair, as sentences; empty when nothing. */
  recovery: string[];
  encrypted: boolean;
}

/** Answer to a change: durable when it arrives. */
export interface Acknowledgement {
  n: number;
  id: string;
  at: string;
}

/** One change of the case, sent to every window after it is durable. */
export interface CaseChange {
  n: number;
  at: string;
  op: string;
  label: string;
  put: KindedRecord[];
  remove: {
    kind: Kind;
    id: string;
    /** Document of a removed highlight or region. */
    document?: string;
    /** The first actor of a removed highlight. */
    entity?: string;
  }[];
  /** New counts of the documents and actors that the change touched. */
  highlightCounts: Record<string, number>;
  mentionCounts: Record<string, number>;
  tagCounts: Record<string, number>;
  history: HistoryState;
}

/** One line of the history. */
export interface HistoryEntry {
  n: number;
  at: string;
  by: string;
  op: string;
  label: string;
  /** Whether it stands (false: undone). Undo and redo records themselves have no standing. */
  stands?: boolean;
}

/** A highlight with the name of its document, for lists of quotes. */
export interface Quote {
  highlight: Highlight;
  title: string;
}

/** The words that say what links two highlights. */
export interface Said {
  pair: readonly [string, string];
  /** One sentence or stretch, or the sentence of each; `mark` covers exactly the words. */
  words: readonly {
    document: string;
    start: number;
    end: number;
    quote: string;
    mark?: Highlight;
  }[];
  nearness: Nearness;
}

/** A batch of places where words stand. */
export interface FoundPlaces {
  places: Occurrence[];
  /** The document that was looked at last; the next call begins after it. */
  last?: string;
  /** Documents looked at. */
  read: number;
  /** Whether there are documents that were not looked at. */
  more: boolean;
}

/** Work in the background, shown in the status line. */
export interface JobState {
  id: string;
  kind: 'import' | 'export' | 'preview' | 'verify' | 'backup' | 'copy' | 'index';
  /** The opening of a case that it works for; absent when no case is open. */
  session?: string;
  label: string;
  done: number;
  total: number;
  state: 'running' | 'finished' | 'cancelled' | 'failed';
  error?: ErrorShape;
  /** Result of each file of an import, once finished. */
  results?: ImportResult[];
}

/** What became of one file of an import. `file` is the name without its folder. */
export type ImportResult =
  | { file: string; result: 'imported'; id: string; title: string }
  | { file: string; result: 'duplicate'; id: string; title: string }
  | { file: string; result: 'failed'; error: ErrorShape };

/** A case that was opened in a new form. The recovery key is told this once and kept nowhere. */
export interface NewForm {
  snapshot: CaseSnapshot;
  recoveryKey?: string;
  /** Files in the folder that the program does not know: they were left as they are, not encrypted. */
  unknownFiles?: readonly string[];
}

/** A copy of the case in a folder of its own: `key` opens it, `folder` is its name without where it is. */
export interface CopiedCase {
  key: string;
  folder: string;
}

/** A verified copy of the whole case in one file, kept inside the case folder. */
export interface BackupInfo {
  name: string;
  /** When it was made, UTC. */
  at: string;
  /** Number of the last change that it holds. */
  n: number;
  /** Size in bytes. */
  size: number;
}

/** A case that was open before. `key` is opaque. */
export interface RecentCase {
  key: string;
  title: string;
  openedAt: string;
  /** Name of the folder, without where it is. */
  folder: string;
  available: boolean;
  sample: boolean;
}

export interface AppInfo {
  version: string;
  electron: string;
  platform: string;
  locale: string;
  /** Running from the fallback runtime for tests and restricted networks. */
  fallbackRuntime: boolean;
}

/** Choices of the person, kept per user, not per case. */
export const Settings = z.strictObject({
  theme: z.enum(['system', 'light', 'dark', 'contrast']),
  readerSize: z.int().min(12).max(32),
  author: z.string().trim().min(1).max(100),
  reducedMotion: z.boolean(),
});
export type Settings = z.infer<typeof Settings>;

/** Every call of the window to the desktop. */
export const calls = {
  /** About the program. */
  'app.info': call(nothing).gives<AppInfo>(),
  'settings.get': call(nothing).gives<Settings>(),
  'settings.set': call(z.strictObject({ ...partial(Settings.shape) })).gives<Settings>(),

  /** Cases opened before, newest first; the sample is always in the list. */
  'case.recent': call(nothing).gives<RecentCase[]>(),
  /**
   * Asks for a folder and makes a case there, encrypted when a passphrase is given; null when the
   * person cancels. `recoveryKey`: make one as well.
   */
  'case.create': call(
    z.strictObject({
      title: z.string().trim().min(1).max(500),
      marking: Marking.exactOptional(),
      passphrase: Passphrase.exactOptional(),
      recoveryKey: z.boolean().exactOptional(),
    }),
  ).gives<NewForm | null>(),
  /** Asks for a case folder and opens it; null when cancelled. Refuses as `case.open` does. */
  'case.choose': call(nothing).gives<CaseSnapshot | null>(),
  /**
   * Opens a case of the list of recent ones, or a copy just made. An encrypted case is refused with
   * `passphrase-needed`; its details hold a `key` for `case.unlock` and the `folder`'s name.
   */
  'case.open': call(z.strictObject({ key: Key })).gives<CaseSnapshot>(),
  /** Opens an encrypted case. Refuses with `wrong-passphrase`; then the key can be used again. */
  'case.unlock': call(z.strictObject({ key: Key, secret: Secret })).gives<CaseSnapshot>(),
  /**
   * The case that is open, or null at the start screen. Why the case of the start could not be opened
   * is told once, as a refusal like that of `case.open`.
   */
  'case.current': call(nothing).gives<CaseSnapshot | null>(),
  'case.close': call(nothing).gives<null>(),
  /** The one way to change the case: any operation of the table. */
  'case.perform': call(
    z.strictObject({ op: z.string().max(60), input: z.unknown() }),
  ).gives<Acknowledgement>(),
  /** History, newest first, before number `before`. */
  'case.history': call(
    z.strictObject({ before: z.int().min(1).exactOptional(), limit: z.int().min(1).max(500) }),
  ).gives<HistoryEntry[]>(),
  /** Checks hash chain, quotes, references and originals; progress comes as a job. */
  'case.verify': call(nothing).gives<ProblemReport>(),
  /** Encrypts the open case: it is closed, written anew and opened again. Refuses with `cancelled`. */
  'case.encrypt': call(
    z.strictObject({ passphrase: Passphrase, recoveryKey: z.boolean() }),
  ).gives<NewForm>(),
  /** Takes the encryption away again. `secret` is checked first. */
  'case.decrypt': call(z.strictObject({ secret: Secret })).gives<CaseSnapshot>(),
  /** Stops encrypting or decrypting while the case still is what it was; nothing when it is not. */
  'case.stopRewriting': call(nothing).gives<null>(),
  /** Another passphrase in place of the present one. `secret` is checked first. */
  'case.changePassphrase': call(z.strictObject({ secret: Secret, next: Passphrase })).gives<null>(),
  /** Makes a recovery key, told once; an older one no longer opens the case. */
  'case.newRecoveryKey': call(z.strictObject({ secret: Secret })).gives<{ recoveryKey: string }>(),
  /** Asks for a folder and copies the case there, with what could not be saved; null when cancelled. */
  'case.saveCopy': call(nothing).gives<CopiedCase | null>(),
  /**
   * After a failed save, or where the case is open for reading only: tries to go back to normal. Null
   * when the open case goes on, a snapshot when it was opened anew.
   */
  'case.retry': call(nothing).gives<CaseSnapshot | null>(),
  /** Asks for a file and writes the whole case into it, verified; null when cancelled. */
  'case.exportFile': call(nothing).gives<{ file: string } | null>(),
  /** Asks for such a file and for a folder, unpacks the case there and opens it; null when cancelled. */
  'case.importFile': call(nothing).gives<CaseSnapshot | null>(),

  /** Backups of the open case, newest first. */
  'backup.list': call(nothing).gives<BackupInfo[]>(),
  /** Makes a backup now, as a job; answers the new list. */
  'backup.make': call(nothing).gives<BackupInfo[]>(),
  /** Asks for a folder and unpacks a backup there, beside the present case; null when cancelled. */
  'backup.restore': call(z.strictObject({ name: Key })).gives<CopiedCase | null>(),

  /** Keeps the window's view state (open document, scroll, panes) for the next opening. */
  'case.saveView': call(z.strictObject({ view: z.json() })).gives<null>(),
  /** Keeps what was typed into forms and not taken yet, in the case and in its form. */
  'case.saveDrafts': call(z.strictObject({ drafts: Drafts })).gives<null>(),

  /** A document with its text and its highlights. */
  'document.read': call(z.strictObject({ id: Id })).gives<{
    document: CaseDocument;
    text: WorkingText;
    highlights: HighlightAnswer[];
  }>(),
  /**
   * What shows a document at once, however long it is: where its blocks are, and the words, marks and
   * highlights around a place. `document.part` brings the rest.
   */
  'document.open': call(
    z.strictObject({
      id: Id,
      /** The place: a highlight, else an offset in UTF-16 code units, else the start. */
      highlight: Id.exactOptional(),
      offset: Offset.exactOptional(),
    }),
  ).gives<{ document: CaseDocument; blocks: PackedBlocks; part: TextPart }>(),
  /** The words of [start, end), in whole blocks, with their highlights and marks. */
  'document.part': call(z.strictObject({ id: Id, start: Offset, end: Offset })).gives<TextPart>(),
  /**
   * Where words stand: in one document, or in all of them from the one after `after` on. Answers what was
   * found in a little time; with `more` the next call goes on after `last`. At most `limit` places.
   */
  'document.occurrences': call(
    z.strictObject({
      phrases: z.array(z.string()).max(500),
      rules: z.strictObject({
        wholeWords: z.boolean(),
        matchCase: z.boolean(),
        exactLetters: z.boolean(),
      }),
      /** What the words are going to be given: places that have it are left out. */
      assignment: z.strictObject({ entity: Id.exactOptional(), tag: Id.exactOptional() }),
      document: Id.exactOptional(),
      after: Id.exactOptional(),
      limit: z.int().min(1).max(20_000),
    }),
  ).gives<FoundPlaces>(),
  /** Quotes by highlight id, in the order asked; ids that are gone are left out. */
  'highlight.quotes': call(z.strictObject({ ids: z.array(Id).max(5000) })).gives<Quote[]>(),
  /** The words around quotes up to the ends of their sentences, in the order asked; null for ids that are gone. */
  'highlight.passages': call(z.strictObject({ ids: z.array(Id).max(5000) })).gives<
    (Passage | null)[]
  >(),
  /**
   * For pairs of highlights, each of one document: the words that say what links the two, and how near
   * they stand. A pair of which one is gone is left out.
   */
  'highlight.said': call(z.strictObject({ pairs: z.array(z.tuple([Id, Id])).max(100) })).gives<
    Said[]
  >(),
  /**
   * Documents by highlight id, in the order asked. Costs no reading of documents, so for an id that is
   * not in the case (null mostly) it may, very rarely, name a document.
   */
  'highlight.documents': call(z.strictObject({ ids: z.array(Id).max(5000) })).gives<
    (string | null)[]
  >(),
  /** Quotes that name an actor or carry a tag or one below it, in reading order by document, at most `limit`. */
  'highlight.with': call(
    z.strictObject({
      entity: Id.exactOptional(),
      tag: Id.exactOptional(),
      limit: z.int().min(1).max(5000),
    }),
  ).gives<Quote[]>(),

  /** Asks for files (or a folder) and imports them in a job; null when cancelled, else the job's id. */
  'import.choose': call(z.strictObject({ folder: z.boolean() })).gives<string | null>(),
  'job.cancel': call(z.strictObject({ id: Key })).gives<null>(),

  /** Asks where to save and writes a report; null when cancelled, else the file's name and hash. */
  'report.export': call(
    z.strictObject({
      format: z.enum(reportFormats),
      title: z.string().trim().min(1).max(500),
      summary: z.string().max(100_000).exactOptional(),
      sections: z.array(Id).exactOptional(),
    }),
  ).gives<{ file: string; sha256: string } | null>(),
  /**
   * The address of the report as a page, for the preview frame: always the same, and a frame that is there
   * shows the report as it is now.
   */
  'report.preview': call(
    z.strictObject({
      title: z.string().trim().min(1).max(500),
      summary: z.string().max(100_000).exactOptional(),
      sections: z.array(Id).exactOptional(),
    }),
  ).gives<{ address: string }>(),
  /**
   * Shows a file in the file manager that a call of this window wrote, by the name that its answer gave; the
   * window knows no more of it. Of two of one name the later is meant. Refuses with `not-found`.
   */
  'written.reveal': call(z.strictObject({ file: z.string().min(1).max(1000) })).gives<null>(),
  /** Puts plain text on the clipboard (the renderer has no clipboard permission). */
  'clipboard.write': call(z.strictObject({ text: z.string().max(1_000_000) })).gives<null>(),
} as const;

export type Calls = typeof calls;
export type CallName = keyof Calls;

/**
 * Calls that are about the open case. Each says for which one it is meant: an edit of a case that was
 * closed meanwhile must not reach the next.
 */
export const caseCalls = [
  'case.perform',
  'case.history',
  'case.verify',
  'case.saveView',
  'case.saveDrafts',
  'case.retry',
  'case.close',
  'case.encrypt',
  'case.decrypt',
  'case.changePassphrase',
  'case.newRecoveryKey',
  'case.saveCopy',
  'case.exportFile',
  'backup.list',
  'backup.make',
  'backup.restore',
  'document.read',
  'document.open',
  'document.occurrences',
  'document.part',
  'highlight.quotes',
  'highlight.passages',
  'highlight.said',
  'highlight.documents',
  'highlight.with',
  'import.choose',
  'report.export',
  'report.preview',
] as const satisfies readonly CallName[];
export type CaseCall = (typeof caseCalls)[number];
/** All others: about the program, or about which case is open. */
export type ProgramCall = Exclude<CallName, CaseCall>;
export type CallInput<N extends CallName> = Calls[N] extends Call<infer I, infer _O> ? I : never;
export type CallOutput<N extends CallName> = Calls[N] extends Call<infer _I, infer O> ? O : never;

/** What the desktop tells the window unasked. */
export interface Events {
  /** The case changed; durable already. */
  change: CaseChange & Stamp;
  job: JobState;
  store: StoreState & Stamp;
  /** How far the open case is written anew, while it is encrypted or decrypted. */
  rewriting: { done: number; total: number };
  /** A menu entry was chosen: the id of a command of the palette. */
  command: { id: string };
  /** The window is about to close: save the view now. */
  closing: Record<string, never>;
}
export type EventName = keyof Events;

/** What the preload script puts on `window.desktop`, and nothing else. `F` is the DOM's `File`. */
export interface DesktopBridge<F = unknown> {
  /**
   * Answers the JSON text of a {@link Reply} with the call's output. Electron copies objects into the page
   * field by field: a text of 5 MB with 10,000 highlights came three times as slowly that way. `session`:
   * the case that is meant; refused with `other-case` when that is not open any more.
   */
  call<N extends CallName>(name: N, input: CallInput<N>, session?: string): Promise<string>;
  on<E extends EventName>(event: E, listener: (payload: Events[E]) => void): () => void;
  /** Imports dropped files; their paths are read in the preload script and never reach the page. */
  importDropped(files: F[], session?: string): Promise<Reply<string | null>>;
}

/** Errors cross as data: Electron would flatten a thrown error to its message. */
export type Reply<T> = { ok: true; value: T } | { ok: false; error: ErrorShape };

function partial<S extends Record<string, z.ZodType>>(
  shape: S,
): { [K in keyof S]: z.ZodExactOptional<S[K]> } {
  return Object.fromEntries(
    Object.entries(shape).map(([key, schema]) => [key, schema.exactOptional()]),
  ) as { [K in keyof S]: z.ZodExactOptional<S[K]> };
}
