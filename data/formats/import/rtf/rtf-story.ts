import type { Beside } from '../office/beside.ts';
import { lookAfter } from './character-look.ts';
import { phoneticOf } from '../office/phonetic.ts';
import { codePageOf } from './code-pages.ts';
import { addressOf, isContents } from './fields.ts';
import { openGroup, type GroupReader } from './groups.ts';
import { lookOfParagraph, numberOf, writtenSign } from './paragraph-look.ts';
import { tooDeep } from './refusals.ts';
import { Rows } from './rows.ts';
import type { Range, Shared } from './shared.ts';
import { SIGNS, SYMBOLS } from './specials.ts';
import { paragraphAfter, type State } from './state.ts';
import { Tokens, type TokenKind } from './tokens.ts';
import { Words } from './words.ts';

/** Groups within each other: deeper nobody nests but to harm. */
const DEEPEST = 10_000;
/** Code units of an instruction or a name that are kept. */
const LONGEST = 4000;

/** Writes a story of an RTF file: its text, a note, a header, a box. */
export class RtfStory implements GroupReader {
  readonly shared: Shared;
  readonly tokens: Tokens;
  readonly rows: Rows;
  readonly #words: Words;
  readonly #states: State[] = [];
  state: State;
  beside: Beside | undefined;
  /** What stands before the item to come; undefined outside of lists. */
  #number: string | undefined;
  commenter = '';
  /** How many stories it lies in. */
  depth = 0;
  /** The look of the last words is that of a sign of a note. */
  isSign = false;
  #isOpen = false;
  #isHeading = false;
  #isContents = false;
  #standIns = 0;
  /** The next control word says what its group is for; `*`: unless it is known, the group is left out. */
  #isFirst: boolean | '*' = false;
  #breaksAtSection = true;

  constructor(shared: Shared, tokens: Tokens, state: State, beside?: Beside) {
    this.shared = shared;
    this.tokens = tokens;
    this.state = state;
    this.beside = beside;
    this.rows = new Rows(shared.flow);
    this.#words = new Words(shared.header, shared.decoders);
  }

  /** Reads to the end. */
  run(): void {
    let told = this.tokens.at;
    for (let kind = this.tokens.next(); kind !== 'end'; kind = this.tokens.next()) {
      this.#token(kind);
      if (this.tokens.at - told < 4096) continue;
      this.shared.passed(this.tokens.at - told);
      told = this.tokens.at;
    }
    this.endParagraph();
    this.rows.endAll();
  }

  /** Reads a part of the file as a story of its own. */
  tell({ start, end, state }: Range, beside?: Beside): void {
    const tokens = new Tokens(this.shared.bytes, start, end);
    const story = new RtfStory(this.shared, tokens, { ...state }, beside);
    story.depth = this.depth + 1;
    story.run();
  }

  #token(kind: TokenKind): void {
    if (this.#standIns > 0 && this.#isStandIn(kind)) return;
    const { tokens, state } = this;
    const first = this.#isFirst;
    this.#isFirst = false;
    if (kind === 'text') this.#words.addBytes(tokens.bytes, tokens.start, tokens.at, state.font);
    else if (kind === 'byte') this.#words.addByte(tokens.byte);
    else if (kind === 'open') this.#open();
    else if (kind === 'close') this.close();
    else if (kind === 'symbol') this.#symbol(tokens.name, first);
    else if (first !== false && openGroup(this, tokens.name, first === '*')) return;
    else this.#word(tokens.name, tokens.value, state);
  }

  /** Whether a token stands in for the character before it, for programs that know no Unicode. */
  #isStandIn(kind: TokenKind): boolean {
    const { tokens } = this;
    if (kind === 'text') {
      const length = Math.min(this.#standIns, tokens.at - tokens.start);
      this.#standIns -= length;
      tokens.at = tokens.start + length;
      return true;
    }
    if (kind === 'byte' || (kind === 'word' && SIGNS.has(tokens.name))) {
      this.#standIns--;
      return true;
    }
    this.#standIns = 0;
    return false;
  }

  #open(): void {
    this.flush();
    if (this.#states.length >= DEEPEST) throw tooDeep(this.shared.file, DEEPEST);
    this.#states.push(this.state);
    const { isTwofold } = this.state;
    this.state = { ...this.state, isTwofold: false };
    this.#isFirst = true;
    if (isTwofold && !this.tokens.follows('\\*\\ud')) this.skip();
  }

  /** The group ends. What is behind the end of the file's own group is read all the same. */
  close(): void {
    this.flush();
    const { destination, field } = this.state;
    this.state = this.#states.pop() ?? this.state;
    const isEnd = destination === 'instruction' && this.state.destination === 'text';
    const words = isEnd && field ? phoneticOf(field.instruction) : undefined;
    if (!words) return;
    this.begin();
    this.shared.flow.ruby(words.base, words.reading, this.state.look);
  }

  /** Leaves out the rest of the group. */
  skip(): void {
    this.tokens.skipGroup();
    this.#isFirst = false;
    this.close();
  }

  #symbol(name: string, first: boolean | '*'): void {
    const { font } = this.state;
    if (name === '*' && first !== false) this.#isFirst = '*';
    else if (name === '\n' || name === '\r') this.endParagraph();
    else this.#words.addText(SYMBOLS.get(name) ?? '', font);
  }

  #word(name: string, value: number | undefined, state: State): void {
    const { shared, rows } = this;
    if (state.destination === 'fonts') {
      this.flush();
      return shared.header.fontWord(name, value, codePageOf);
    }
    if (state.destination === 'styles') shared.header.styleWord(name, value);
    const sign = SIGNS.get(name);
    if (sign !== undefined) return this.#words.addText(sign, state.font);
    const look = lookAfter(state.look, name, value);
    if (look) {
      this.flush();
      this.state.look = look;
      return;
    }
    switch (name) {
      case 'u':
        this.#words.addUnit((value ?? 0) & 0xffff, state.font);
        this.#standIns = state.stands;
        return;
      case 'uc':
        this.state.stands = Math.min(16, Math.max(0, value ?? 1));
        return;
      case 'f':
        this.flush();
        this.state.font = value ?? 0;
        return;
      case 'chftn':
        // The sign that the program makes itself follows with the note.
        this.isSign = false;
        return;
      case 'bin':
        return this.tokens.skip(value ?? 0);
      case 'par':
        return this.endParagraph();
      case 'page':
        this.endParagraph();
        return shared.flow.pageBreak();
      case 'sbknone':
        this.#breaksAtSection = false;
        return;
      case 'sectd':
      case 'sbkpage':
        this.#breaksAtSection = true;
        return;
      case 'sect':
        this.endParagraph();
        return this.#breaksAtSection ? shared.flow.pageBreak() : undefined;
      case 'trowd':
        return rows.declare();
      case 'cellx':
        return rows.declareCell();
      case 'cell':
        return this.#endCell(1);
      case 'nestcell':
        return this.#endCell(Math.max(2, state.paragraph.tables));
      case 'row':
        this.endParagraph();
        return rows.endRow(1);
      case 'nestrow':
        this.endParagraph();
        return rows.endRow(Math.max(2, state.paragraph.tables));
      default:
        return this.#paragraphWord(name, value);
    }
  }

  #paragraphWord(name: string, value: number | undefined): void {
    const paragraph = paragraphAfter(this.state.paragraph, name, value);
    if (!paragraph) return;
    this.flush();
    this.state.paragraph = paragraph;
  }

  #endCell(tables: number): void {
    this.endParagraph();
    this.rows.endCell(tables);
  }

  /** Ends the open paragraph, if it has words. */
  endParagraph(): void {
    this.flush();
    const { flow } = this.shared;
    if (this.#isOpen) flow.end(this.#gap());
    if (this.#isContents) flow.leave();
    this.#isOpen = false;
    this.#isContents = false;
    this.#number = undefined;
    this.isSign = false;
  }

  #gap(): '\n' | '\n\n' {
    const isTight = this.state.paragraph.tables > 0 || this.#number !== undefined;
    return this.beside || isTight ? '\n' : '\n\n';
  }

  /** Gives what was gathered to what the group is for. */
  flush(): void {
    const { state, shared } = this;
    const text = this.#words.take(state.font);
    if (text === '') return;
    const { header } = shared;
    switch (state.destination) {
      case 'text':
        return this.#write(text);
      case 'fonts':
        return header.fontName(text);
      case 'styles':
        return header.styleName(text);
      case 'title':
      case 'author':
        header[state.destination] = (header[state.destination] + text).slice(0, LONGEST);
        return;
      case 'instruction':
        if (state.field)
          state.field.instruction = (state.field.instruction + text).slice(0, LONGEST);
        return;
      case 'number':
        this.#number = `${this.#number ?? ''}${text}`.slice(0, LONGEST);
        return;
      case 'commenter':
        this.commenter = (this.commenter + text).slice(0, LONGEST);
    }
  }

  /** Words are about to be written: their paragraph begins, unless it has. */
  begin(): void {
    if (this.#isOpen) return;
    this.#isOpen = true;
    const { shared, rows, beside } = this;
    const paragraph = this.state.paragraph;
    const tables = rows.isDeclared ? Math.max(1, paragraph.tables) : paragraph.tables;
    rows.reach(tables);
    const meaning = shared.header.styles.get(paragraph.style) ?? {};
    const number = this.#number === undefined ? undefined : numberOf(this.#number);
    const look = lookOfParagraph({ ...paragraph, tables }, meaning, number, beside);
    this.#isHeading = look.style.kind === 'heading';
    shared.flow.begin(look.style, this.#gap());
    beside?.begins?.();
    if (beside) this.beside = { kind: beside.kind };
    this.#isContents = isContents(this.state.field) || meaning.region !== undefined;
    if (this.#isContents) shared.flow.enter('navigation');
    if (look.before !== '') shared.flow.add(look.before);
  }

  #write(given: string): void {
    if (!this.#isOpen && given.trim() === '') return;
    const isTold = this.#isOpen || this.beside !== undefined || this.#number !== undefined;
    const written = isTold ? undefined : writtenSign(given, this.state.paragraph);
    if (written) this.#number = written.sign;
    const text = given.slice(written?.length ?? 0);
    this.begin();
    const { state } = this;
    const address = addressOf(state.field);
    this.isSign = state.look.shift === 'raised';
    const look = this.#isHeading ? { ...state.look, strong: false } : state.look;
    this.shared.flow.add(text, address === undefined ? look : { ...look, address });
  }
}
