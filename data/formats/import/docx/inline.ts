import type { Look } from '../office/look.ts';
import { outwardAddress } from '../office/addresses.ts';
import { phoneticOf } from '../office/phonetic.ts';
import { symbolOf, withSymbols } from '../office/symbols.ts';
import { elementOf, elementsOf, textOf, type XmlElement } from '../xml/xml-tree.ts';
import { chosen, isBox, isPicture } from './alternatives.ts';
import type { Fields } from './fields.ts';
import { mathText } from './math.ts';
import { switchOf, valueOf } from './properties.ts';
import type { Relations } from './relations.ts';
import { lookOfRun } from './run-look.ts';
import type { Context } from './story-context.ts';
import type { Style } from './styles.ts';

/** What the words of a paragraph are read with. */
export interface InlineContext extends Context {
  relations: Relations;
  fields: Fields;
  paragraph: Style;
  /** Writes a text box, and a comment. */
  box: (content: XmlElement) => void;
  comment: (id: string) => void;
}

/** How words look by what is around their runs. */
type Around = Pick<Look, 'address' | 'change'>;

/** Writes the words in an element of a paragraph. */
export function writeInline(
  element: XmlElement,
  context: InlineContext,
  around: Around = {},
): void {
  for (const child of elementsOf(element)) writeChild(child, context, around);
}

function writeChild(child: XmlElement, context: InlineContext, around: Around): void {
  const { flow, relations } = context;
  switch (child.name) {
    case 'w:r':
      return writeRun(child, context, around);
    case 'w:ins':
    case 'w:moveTo':
      return writeInline(child, context, { ...around, change: around.change ?? 'insertion' });
    case 'w:del':
    case 'w:moveFrom':
      return writeInline(child, context, { ...around, change: 'deletion' });
    case 'w:hyperlink': {
      const relation = relations.get(child.attributes['r:id'] ?? '');
      const address = relation?.isExternal ? outwardAddress(relation.target) : undefined;
      return writeInline(child, context, { ...around, ...(address && { address }) });
    }
    case 'w:fldSimple':
      context.fields.begin();
      context.fields.instruct(child.attributes['w:instr'] ?? '');
      context.fields.separate();
      writeInline(child, context, around);
      return context.fields.end();
    case 'w:commentRangeEnd':
      return context.comment(child.attributes['w:id'] ?? '');
    case 'm:oMath':
    case 'm:oMathPara':
      return flow.add(mathText(child), around);
    case 'mc:AlternateContent':
      return writeInline(chosen(child), context, around);
    default:
      if (!child.name.endsWith('Pr')) writeInline(child, context, around);
  }
}

function writeRun(run: XmlElement, context: InlineContext, around: Around): void {
  const { look, font } = lookOfRun(run, context.styles, context.paragraph);
  const address = around.address ?? context.fields.address;
  const change = around.change ?? look.change;
  const all = { ...look, ...(address && { address }), ...(change && { change }) };
  const hasSign = elementsOf(run).some(bringsSign);
  for (const child of elementsOf(run)) {
    if (!hasSign || child.name !== 'w:t') writePiece(child, run, { context, look: all, font });
  }
}

/** Whether a note is referred to by a sign of its own, whose words stand in the same run. */
const bringsSign = ({ name, attributes }: XmlElement): boolean =>
  /^w:(?:foot|end)noteReference$/.test(name) &&
  !/^(?:0|false|off|)$/i.test(attributes['w:customMarkFollows'] ?? '');

interface RunContext {
  context: InlineContext;
  look: Look;
  font: string;
}

function writePiece(piece: XmlElement, run: XmlElement, of: RunContext): void {
  const { context, look, font } = of;
  const { flow, fields } = context;
  const add = (text: string) => fields.isHidden || flow.add(text, look);
  switch (piece.name) {
    case 'w:t':
      return void add(withSymbols(textOf(piece).replace(/[\t\r\n]/g, ' '), font));
    case 'w:delText':
      return fields.isHidden
        ? undefined
        : flow.add(textOf(piece).replace(/[\t\r\n]/g, ' '), { ...look, change: 'deletion' });
    case 'w:tab':
    case 'w:ptab':
      return void add('\t');
    case 'w:cr':
      return void add('\n');
    case 'w:br':
      return piece.attributes['w:type'] === 'page' ? flow.pageBreak() : void add('\n');
    case 'w:noBreakHyphen':
      return void add('\u2011');
    case 'w:softHyphen':
      return void add('\u00ad');
    case 'w:sym': {
      const { 'w:font': name = '', 'w:char': code = '' } = piece.attributes;
      return void add(
        /^[0-9a-f]{1,5}$/i.test(code) ? symbolOf(name, Number.parseInt(code, 16)) : '',
      );
    }
    case 'w:fldChar':
      return writeFieldSign(piece, of);
    case 'w:instrText':
      return fields.instruct(textOf(piece));
    case 'w:footnoteReference':
    case 'w:endnoteReference':
      return writeNoteSign(piece, run, of);
    case 'w:commentReference':
      return context.comment(piece.attributes['w:id'] ?? '');
    case 'w:ruby': {
      const words = (name: string) => runsText(elementOf(piece, name));
      return flow.ruby(words('w:rubyBase'), words('w:rt'), look);
    }
    case 'mc:AlternateContent':
      return elementsOf(chosen(piece)).forEach((one) => writePiece(one, run, of));
    case 'w:drawing':
    case 'w:pict':
    case 'w:object':
      return writeObject(piece, context);
    default:
  }
}

function writeNoteSign(piece: XmlElement, run: XmlElement, { context, look }: RunContext): void {
  const notes = piece.name === 'w:footnoteReference' ? context.footnotes : context.endnotes;
  const own = bringsSign(piece) ? elementsOf(run, 'w:t').map(textOf).join('').trim() : undefined;
  const note = notes.use(piece.attributes['w:id'] ?? '', own);
  const sign = note?.sign ?? own ?? '';
  if (note && sign !== '') context.flow.noteSign(sign, note.place, look);
  else if (sign !== '') context.flow.add(sign, look);
}

/** A field begins, shows its result, or ends; boxes to tick and lists to choose from show what was chosen. */
function writeFieldSign(piece: XmlElement, { context, look }: RunContext): void {
  const { fields, flow } = context;
  const type = piece.attributes['w:fldCharType'];
  if (type === 'separate') return fields.separate();
  if (type === 'end') {
    const words = phoneticOf(fields.instruction);
    fields.end();
    return words && !fields.isHidden ? flow.ruby(words.base, words.reading, look) : undefined;
  }
  const data = elementOf(piece, 'w:ffData');
  const box = elementOf(data, 'w:checkBox');
  const list = elementOf(data, 'w:ddList');
  if (box && !fields.isHidden) {
    flow.add((switchOf(box, 'w:checked') ?? switchOf(box, 'w:default')) ? '☒' : '☐', look);
  } else if (list && !fields.isHidden) {
    const entries = elementsOf(list, 'w:listEntry').map(
      ({ attributes }) => attributes['w:val'] ?? '',
    );
    flow.add(entries[Number(valueOf(list, 'w:result') ?? 0)] ?? '', look);
  }
  fields.begin();
}

function writeObject(piece: XmlElement, { box, leftOut }: InlineContext): void {
  const stack = [piece];
  let isEmpty = true;
  for (let one = stack.pop(); one; one = stack.pop()) {
    if (one.name === 'w:txbxContent') {
      box(one);
      isEmpty = false;
    } else if (one.name === 'mc:AlternateContent') stack.push(chosen(one));
    else {
      if (isPicture(one.name)) isEmpty = false;
      if (isPicture(one.name) && piece.name !== 'w:object') leftOut.add('picture');
      stack.push(...elementsOf(one).reverse());
    }
  }
  if (piece.name === 'w:object') leftOut.add('embed');
  else if (isEmpty && isBox(piece)) leftOut.add('picture');
}

const runsText = (element: XmlElement | undefined): string =>
  (element ? elementsOf(element) : [])
    .map((one) => (one.name === 'w:t' ? textOf(one) : runsText(one)))
    .join('');
