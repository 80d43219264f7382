import type { EncodingSample, ReadSettings } from '#data/api/import.ts';
import type { OcrChoice, WordsTaken } from '#data/api/ocr.ts';
import { hasPictures } from '#data/queries/needs-look.ts';
import type { FoundKin } from '#data/queries/kin-in.ts';
import { say } from '#data/words/say.ts';
import type { Compared } from '../compare/comparing.svelte.ts';
import { desktop, onDesktop } from '../desktop.ts';
import type { CaseModel } from '../state/case-model.svelte.ts';
import type { Notices } from '../state/notices.svelte.ts';
import type { Program } from '../state/program.svelte.ts';
import type { Selection } from '../state/selection.svelte.ts';
import { summaryOf } from './import-words.ts';
import type { DocumentLine, FileLine } from './look-lines.ts';
import { Looks } from './looks.svelte.ts';
import { Versions } from './versions.ts';
import { Waiting } from './waiting.svelte.ts';

/** What is to be read in another way: a document of the case, or a file that was not imported. */
export type Rereadable = { document: string } | { file: string; name: string };

/** Words of one paragraph, as they were read from a picture. */
export interface WordsToCorrect {
  document: string;
  start: number;
  end: number;
  words: string;
}

/** Bringing documents into the open case, and answering what that left open. */
export class Importing {
  readonly looks: Looks;
  readonly waiting: Waiting;
  readonly versions: Versions;
  /** What another encoding is being chosen for. */
  encodingsOf: Rereadable | null = $state.raw(null);
  /** The table whose columns are being chosen. */
  columnsOf: string | null = $state.raw(null);
  /** The document whose pictures are to be read. */
  picturesOf: string | null = $state.raw(null);
  /** Two documents that are read side by side. */
  compared: Compared | null = $state.raw(null);
  /** Copies, versions, excerpts and origins, as they were found last. */
  #kin: FoundKin = $state.raw({ pairs: [], origins: [] });
  /** The words that are being corrected. */
  correcting: WordsToCorrect | null = $state.raw(null);
  /** Rises when the field for a password is wanted. */
  passwordAsked = $state(0);
  readonly #app: Program;
  readonly #model: CaseModel;
  readonly #notices: Notices;
  readonly #selection: Selection;

  constructor(app: Program, model: CaseModel, selection: Selection, notices: Notices) {
    this.#app = app;
    this.#model = model;
    this.#notices = notices;
    this.waiting = new Waiting(model, notices);
    this.#selection = selection;
    this.looks = new Looks({
      model,
      waiting: this.waiting,
      queue: app.imports,
      selection,
      notices,
      kin: () => this.#kin,
      ask: {
        encoding: (line) => (this.encodingsOf = rereadable(line)),
        columns: ({ document }) => (this.columnsOf = document.id),
        pages: ({ document }) => (this.picturesOf = document.id),
        compare: (line) => this.compare(line),
        version: (older, newer) => this.versions.reanchor(older, newer),
        password: () => this.passwordAsked++,
        retry: (key) => void this.retry([key]),
      },
    });
    this.versions = new Versions({ model, notices, selection, looks: this.looks });
  }

  /** Whether words of a document are highlighted: then another text becomes a new version of it. */
  isInUse(document: string): boolean {
    return this.#model.highlightCounts.of(document) > 0;
  }

  /** Whether the original of a document is a PDF. */
  isPdf(document: string): boolean {
    return this.#model.table('document').get(document)?.source.mediaType === 'application/pdf';
  }

  /** Hears what documents are of one another; returns how to stop. */
  followKin(): () => void {
    void this.#notices.attempt(async () => {
      this.#kin = await this.#model.ask('kin.found', {});
    });
    return onDesktop('kin', ({ session, found }) => {
      if (session === this.#model.session) this.#kin = found;
    });
  }

  /** Reads the two documents of a question side by side. */
  compare({ document, question }: DocumentLine): void {
    if (question.kind !== 'kin') return;
    this.compared = { left: question.other.id, right: document.id, question };
  }

  /** Learns which folder is watched. */
  async begin(): Promise<void> {
    const watched = await this.#notices.attempt(() => this.#model.ask('import.watched', {}));
    this.#app.imports.watched = watched ?? null;
  }

  /** Says what came out of the watched folder; call when it came. */
  tellQuietly(): void {
    const { imports } = this.#app;
    const folder = imports.watched?.folder ?? say('bringing.watched-folder');
    const summary = summaryOf(imports.counts);
    this.#notices.say(say('bringing.watched.came', { folder, summary }), {
      label: say('bringing.show'),
      run: () => (imports.isOpen = true),
    });
  }

  /** Asks for a folder to watch, or watches none any more. */
  async watch(on: boolean): Promise<void> {
    const watched = await this.#notices.attempt(() => this.#model.ask('import.watch', { on }));
    if (watched !== undefined) this.#app.imports.watched = watched;
  }

  /** Reads files once more that were refused or cancelled. */
  async retry(keys: readonly string[], settings: ReadSettings = {}): Promise<void> {
    await this.#notices.attempt(() =>
      this.#model.ask('import.retry', { keys: [...keys], settings }),
    );
  }

  /** Tries a password on every file that wants one. */
  async tryPassword(password: string): Promise<void> {
    const keys = this.looks.lines.flatMap((line) =>
      line.kind === 'file' && line.wants === 'password' ? [line.file.key] : [],
    );
    await this.retry([...new Set(keys)], { password });
  }

  async cancel(key: string): Promise<void> {
    await this.#notices.attempt(() => this.#model.ask('import.cancel', { key }));
  }

  /** Stops what is being imported; what came in stays. */
  async cancelAll(): Promise<void> {
    for (const id of this.#app.imports.jobs) await this.#app.cancelJob(id);
  }

  /** First lines in each encoding. */
  async samplesOf(what: Rereadable): Promise<EncodingSample[]> {
    const asking =
      'document' in what
        ? this.#model.ask('document.encodings', { id: what.document })
        : this.#model.ask('import.encodings', { key: what.file });
    return (await this.#notices.attempt(() => asking)) ?? [];
  }

  /** Reads a document or a file in another way, and says what became of it. */
  async readAgain(what: Rereadable, settings: ReadSettings): Promise<void> {
    if ('file' in what) return this.retry([what.file], settings);
    const { document: id } = what;
    const done = await this.#notices.attempt(() =>
      this.#model.ask('document.reread', { id, settings }),
    );
    if (!done) return;
    const title = this.#model.table('document').get(id)?.title ?? id;
    if (done.result === 'reread') {
      this.#notices.say(say('bringing.read-again', { title }), {
        label: say('bringing.undo'),
        run: () => this.#model.perform('undo', {}),
      });
      return;
    }
    if (done.result === 'version') {
      this.#notices.say(say('versions.readAsVersion', { title }), {
        label: say('bringing.undo'),
        run: () => this.#model.perform('undo', {}),
      });
      return;
    }
    this.#notices.say(say('bringing.read-beside', { title }));
    // It stays as the whole table; its rows stand beside it.
    const questions = ['columns'];
    if (settings.recipe) await this.#model.perform('document.settle', { id, questions });
  }

  /** Whether a document has pictures whose words can be read. */
  hasPictures(id: string): boolean {
    const document = this.#model.table('document').get(id);
    return document !== undefined && hasPictures(document);
  }

  /** Languages in which words of pictures can be read, and those of the last time. */
  async ocrLanguages(): Promise<OcrChoice | undefined> {
    return await this.#notices.attempt(() => desktop('ocr.languages', {}));
  }

  /** Asks for a file with another language; undefined when there is none. */
  async addOcrLanguage(): Promise<OcrChoice | undefined> {
    return (await this.#notices.attempt(() => desktop('ocr.addLanguage', {}))) ?? undefined;
  }

  /** Reads the words of a document's pictures, and says what became of it. */
  async readPictures(id: string, languages: readonly string[]): Promise<void> {
    const read = await this.#notices.attempt(() =>
      this.#model.ask('ocr.read', { id, languages: [...languages] }),
    );
    if (!read) return;
    const { document, recognised } = read;
    await this.#show(read, id);
    const title = this.#model.table('document').get(document)?.title ?? id;
    const { pages, confidence } = recognised;
    this.#notices.say(say('ocr.done', { title, pages: pages.length, confidence }), {
      label: say('ocr.undo'),
      run: () => this.#model.perform('undo', {}),
    });
  }

  /** Puts other words in a stretch of a paragraph, and goes to the version that has them; whether that was done. */
  async correct(words: WordsToCorrect, as: string): Promise<boolean> {
    const { document: id, start, end } = words;
    const done = await this.#notices.attempt(() =>
      this.#model.ask('ocr.correct', { id, start, end, words: as }),
    );
    if (!done) return false;
    await this.#show(done, id, start);
    const title = this.#model.table('document').get(id)?.title ?? id;
    this.#notices.say(say('ocr.corrected', { title }), {
      label: say('ocr.undo'),
      run: () => this.#model.perform('undo', {}),
    });
    return true;
  }

  /** Goes to a version in place of the document that it was made of. */
  async #show({ document, n }: WordsTaken, before: string, offset = 0): Promise<void> {
    await this.#model.received(n);
    if (document === before) return;
    this.#selection.select({ kind: 'document', id: document });
    this.#selection.reveal = { document, offset, at: performance.now() };
  }

  /** Asks where the original of a document is to go, and writes it there. */
  async saveOriginal(id: string): Promise<void> {
    const done = await this.#notices.attempt(() =>
      this.#model.ask('document.saveOriginal', { id }),
    );
    if (done) this.#saved(done.file, say('bringing.saved', { file: done.file }));
  }

  /** The same of a PDF with the highlights of the document in it. */
  async saveAnnotated(id: string): Promise<void> {
    const done = await this.#notices.attempt(() =>
      this.#model.ask('document.saveAnnotated', { id }),
    );
    if (!done) return;
    const { file, highlights: n } = done;
    this.#saved(file, say('pages.savedAnnotated', { file, n }));
  }

  #saved(file: string, words: string): void {
    this.#notices.say(words, {
      label: say('bringing.show-file'),
      run: () => this.#notices.attempt(() => desktop('written.reveal', { file })),
    });
  }
}

function rereadable(line: DocumentLine | FileLine): Rereadable {
  if (line.kind === 'document') return { document: line.document.id };
  return { file: line.file.key, name: line.file.name };
}
