import type { Request } from '#data/operations/engine.ts';
import { kinAnswer } from '#data/queries/kin-answers.ts';
import type { FoundKin } from '#data/queries/kin-in.ts';
import { kinLooks, type KinQuestion } from '#data/queries/kin-looks.ts';
import { documentLooks } from '#data/queries/needs-look.ts';
import { say, words } from '#data/words/say.ts';
import type { CaseModel } from '../state/case-model.svelte.ts';
import type { ImportQueue } from '../state/import-queue.svelte.ts';
import type { Notices } from '../state/notices.svelte.ts';
import type { Selection } from '../state/selection.svelte.ts';
import { count } from '../ui/times.ts';
import { LineCursor } from './line-cursor.svelte.ts';
import { proposedPlace, type Waiting, type WaitingLine } from './waiting.svelte.ts';
import {
  countOf,
  lookLines,
  withKin,
  type DocumentLine,
  type FileLine,
  type LookLine,
} from './look-lines.ts';

/** What a list of looks works with. */
export interface LooksParts {
  model: CaseModel;
  queue: ImportQueue;
  selection: Selection;
  /** Highlights that wait for a newer version. */
  waiting: Pick<Waiting, 'lines'>;
  notices: Notices;
  /** What was found about where documents come from. */
  kin: () => FoundKin;
  /** What a line wants that one key cannot answer. */
  ask: {
    encoding: (line: DocumentLine | FileLine) => void;
    columns: (line: DocumentLine) => void;
    pages: (line: DocumentLine) => void;
    compare: (line: DocumentLine) => void;
    /** A document is the next version of another one: its highlights come along. */
    version: (older: string, newer: string) => Promise<void>;
    password: () => void;
    retry: (key: string) => void;
  };
}

/** The one list of what waits for somebody's word. Each line is answered by one key. */
export class Looks {
  isOpen = $state(false);
  /** Rises when the keys are wanted for the list. */
  wanted = $state(0);
  readonly #parts: LooksParts;
  /** Answers that are on their way. */
  #answers: Promise<void> = Promise.resolve();
  readonly lines = $derived.by(() => {
    const { model, queue, kin, waiting } = this.#parts;
    const documentOf = (id: string) => model.table('document').get(id);
    const looks = withKin(documentLooks(model), kinLooks(model, kin()), documentOf);
    return lookLines(looks, queue.refused, waiting.lines);
  });
  /** Files and documents that need a look. */
  readonly count = $derived(countOf(this.lines));
  readonly #cursor = new LineCursor(() => this.lines);
  /** Number of the line that is looked at. */
  readonly active = $derived(this.#cursor.at);
  readonly line = $derived(this.lines[this.active]);

  constructor(parts: LooksParts) {
    this.#parts = parts;
  }

  /** Opens the list, or gives the keys back to the one that is open. */
  open(): void {
    this.isOpen = true;
    this.wanted++;
    this.#follow();
  }

  /** Opens the list at a file that was not imported, or at the first of these documents that waits for something. */
  openAt(...ids: readonly string[]): void {
    const places = ids.map((id) => this.lines.findIndex((line) => line.id.startsWith(`${id} `)));
    const at = places.find((place) => place >= 0);
    if (at !== undefined) this.#cursor.goTo(at);
    this.open();
  }

  /** Goes to a line; the reader follows. */
  goTo(index: number): void {
    this.#cursor.goTo(index);
    this.#follow();
  }

  /** Shows the words that a line speaks of. */
  show(): void {
    const { line } = this;
    if (line?.kind === 'document' && line.question.kind === 'kin') this.#parts.ask.compare(line);
    else this.#follow(true);
  }

  /** Yes to a line. A key that comes before the answer before it is heard of waits for it: it means the next line. */
  accept(): Promise<void> {
    return this.#next(() => this.#accept());
  }

  #next(answer: () => Promise<void>): Promise<void> {
    return (this.#answers = this.#answers.then(answer, answer));
  }

  async #accept(): Promise<void> {
    const { line } = this;
    const { ask } = this.#parts;
    if (!line) return;
    if (line.kind === 'file') {
      if (line.wants === 'password') ask.password();
      else if (line.wants === 'encoding') ask.encoding(line);
      else ask.retry(line.file.key);
    } else if (line.kind === 'highlight') await this.#place(line);
    else if (line.question.kind === 'columns') ask.columns(line);
    else if (line.question.kind === 'pages') ask.pages(line);
    else if (isKin(line.question)) await this.answer(line.question, true);
    else await this.#perform(this.#answer(line, true));
  }

  /** No to a line: what was found is dropped, an encoding is asked for, a file is let go. */
  refuse(): Promise<void> {
    return this.#next(() => this.#refuse());
  }

  async #refuse(): Promise<void> {
    const { line } = this;
    if (!line) return;
    if (line.kind === 'file') this.#parts.queue.dismiss([line.file.key]);
    else if (line.kind === 'highlight') {
      if (line.to) await this.#reanchor({ id: line.mark.id, stays: true });
    } else if (line.question.kind === 'encoding') this.#parts.ask.encoding(line);
    else await this.#perform(this.#answer(line, false));
  }

  /** Puts a waiting highlight at the words that are selected in the newer version. */
  async placeHere(): Promise<void> {
    const { line } = this;
    const { selection, notices } = this.#parts;
    if (line?.kind !== 'highlight' || !line.to) return;
    const { words } = selection;
    if (words?.document !== line.to.id) {
      selection.reveal = { document: line.to.id, at: performance.now() };
      return notices.say(say('versions.selectFirst'));
    }
    await this.#reanchor({ id: line.mark.id, start: words.start, end: words.end });
  }

  /** Yes to all that was found about all documents, as one step of undo. */
  async acceptAll(): Promise<void> {
    const { model, notices } = this.#parts;
    const found = this.lines.filter(isFound);
    const ids = [...new Set(found.map(({ document }) => document.id))];
    const steps = ids.map((id): Request => ({ op: 'document.accept', input: { id } }));
    const args = { n: ids.length, count: count(ids.length) };
    const label = words('history.document.acceptAll', { count: ids.length });
    const done = await notices.attempt(() => model.performAll(label, steps));
    if (!done) return;
    notices.say(say('bringing.accepted-all', args), {
      label: say('bringing.undo'),
      run: () => model.perform('undo', {}),
    });
  }

  /** Documents about which something was found. */
  readonly found = $derived(
    new Set(this.lines.filter(isFound).map(({ document }) => document.id)).size,
  );

  /** Yes or no to where a document comes from, from wherever it is asked. */
  async answer(question: KinQuestion | undefined, isYes: boolean): Promise<void> {
    if (!question) return;
    if (isYes && question.kind === 'kin' && question.pair.kind === 'version-of') {
      const [newer, older] = question.pair.documents;
      await this.#parts.ask.version(older, newer);
    } else await this.#perform(kinAnswer(this.#parts.model, question, isYes));
  }

  #answer({ document: { id }, question }: DocumentLine, isYes: boolean): Request {
    switch (question.kind) {
      case 'kin':
      case 'origin':
        return kinAnswer(this.#parts.model, question, isYes);
      case 'proposal': {
        const fields = [question.proposal.field];
        return { op: isYes ? 'document.accept' : 'document.refuse', input: { id, fields } };
      }
      default:
        return { op: 'document.settle', input: { id, questions: [question.kind] } };
    }
  }

  async #perform(step: Request): Promise<void> {
    const { model, notices } = this.#parts;
    await notices.attempt(() => model.perform(step.op, step.input));
    this.#follow();
  }

  /** A waiting highlight goes to its proposed place; one that came along is right there. */
  async #place(line: WaitingLine): Promise<void> {
    if (line.to && !proposedPlace(line)) await this.placeHere();
    else await this.#reanchor({ id: line.mark.id });
  }

  #reanchor(input: { id: string; start?: number; end?: number; stays?: true }): Promise<void> {
    return this.#perform({ op: 'highlight.reanchor', input });
  }

  /** The reader shows where a waiting highlight may belong, or (`isAsked`, or nothing is proposed) where it stands. */
  #followMark(line: WaitingLine, isAsked: boolean): void {
    const { selection } = this.#parts;
    const { mark, document, to } = line;
    selection.select({ kind: 'highlight', id: mark.id, document: document.id });
    const place = proposedPlace(line);
    const at = performance.now();
    if (to && place && !isAsked) {
      selection.reveal = { document: to.id, offset: place.start, at };
    } else selection.reveal = { document: document.id, highlight: mark.id, at };
  }

  /** The reader opens the document of the line, at the words that it speaks of. */
  #follow(isAsked = false): void {
    this.#cursor.goTo(this.active);
    const { line } = this;
    const { selection } = this.#parts;
    if (line?.kind === 'highlight') return this.#followMark(line, isAsked);
    if (line?.kind !== 'document') return;
    const { id } = line.document;
    const from = placeOf(line);
    const isNew = selection.item?.kind !== 'document' || selection.item.id !== id;
    if (isNew) selection.select({ kind: 'document', id });
    const at = performance.now();
    if (from !== 'file') selection.reveal = { document: id, offset: from.start, at };
    else if (isNew || isAsked) selection.reveal = { document: id, at };
  }
}

const isKin = (question: DocumentLine['question']): question is KinQuestion =>
  question.kind === 'kin' || question.kind === 'origin';

const isFound = (line: LookLine): line is DocumentLine =>
  line.kind === 'document' && line.question.kind === 'proposal';

/** Where the words stand that a line speaks of; `file` where there are none. */
function placeOf({ document, question }: DocumentLine): { start: number } | 'file' {
  if (question.kind === 'proposal') return question.proposal.from;
  if (question.kind !== 'origin' || question.origin.from.document !== document.id) return 'file';
  return question.origin.from;
}
