import type { LeftOutKind } from '../../../model/reading.ts';
import { valueOf } from './header-block.ts';
import type { MimePart } from './mime-tree.ts';
import { structured, type Structured } from './parameters.ts';

/** A stretch of what a message says: the same words in up to two forms. */
export interface BodyForms {
  plain: MimePart[];
  html: MimePart[];
}

/** What the parts of a message are to who reads it. */
export interface Chosen {
  bodies: BodyForms[];
  /** In the order of the message. */
  attachments: MimePart[];
  /** Parts that belong to the look of the text, or to a program. */
  leftOut: { what: LeftOutKind; part: MimePart }[];
  /** Whether it is encrypted, or all in one signature. */
  isSealed: boolean;
}

/** Texts that are the body of a message when they do not come as files. */
const READ = /^text\/(?:plain|html|enriched|richtext|markdown|x-markdown)$/;
/** Those that are pages, or are read as such. */
export const HTML = /^text\/(?:html|enriched|richtext)$/;
const SIGNATURE = /^application\/(?:pgp-signature|(?:x-)?pkcs7-signature|pgp-keys)$/;
const SEALED = /^application\/(?:(?:x-)?pkcs7-mime|pgp-encrypted)$/;
/** What programs tell each other. */
const OF_PROGRAMS =
  /^(?:application\/(?:ms-tnef|vnd\.ms-tnef|applefile)|message\/(?:partial|external-body))$/;

/** Tells bodies, attachments and the rest of a message apart. */
export function chooseParts(root: MimePart): Chosen {
  const chosen: Chosen = { bodies: [], attachments: [], leftOut: [], isSealed: false };
  if (isMultipart(root)) walk(root, chosen);
  else leaf(root, chosen, isText(root) && !isFile(root, true));
  return chosen;
}

/** How a part is to be shown, with the name of its file. */
export const dispositionOf = ({ fields }: MimePart): Structured =>
  structured(valueOf(fields, 'content-disposition') ?? '');

const isMultipart = ({ type, parts }: MimePart): boolean =>
  type.value.startsWith('multipart/') && parts.length > 0;

function walk(part: MimePart, chosen: Chosen): void {
  if (!isMultipart(part)) leaf(part, chosen, isBody(part));
  else if (part.type.value === 'multipart/alternative') alternative(part, chosen);
  else if (part.type.value === 'multipart/related') related(part, chosen);
  else if (part.type.value === 'multipart/encrypted') chosen.isSealed = true;
  else for (const inner of part.parts) walk(inner, chosen);
}

function leaf(part: MimePart, chosen: Chosen, isRead: boolean): void {
  const { value } = part.type;
  if (isRead) {
    const isHtml = HTML.test(value);
    chosen.bodies.push({ plain: isHtml ? [] : [part], html: isHtml ? [part] : [] });
  } else if (SEALED.test(value)) chosen.isSealed = true;
  else if (SIGNATURE.test(value)) chosen.leftOut.push({ what: 'other', part });
  else if (OF_PROGRAMS.test(value)) chosen.leftOut.push({ what: 'file', part });
  else chosen.attachments.push(part);
}

/** The same words in several forms: what is none of them (an appointment) comes beside. */
function alternative({ parts }: MimePart, chosen: Chosen): void {
  const forms: BodyForms = { plain: [], html: [] };
  for (const part of parts) {
    const inner: Chosen = { ...chosen, bodies: [] };
    walk(part, inner);
    chosen.isSealed ||= inner.isSealed;
    const found = inner.bodies.flatMap(({ plain, html }) => (html.length > 0 ? html : plain));
    const isHtml = inner.bodies.some(({ html }) => html.length > 0);
    if (isHtml) forms.html = found;
    else if (found.length > 0) forms.plain = found;
  }
  if (forms.plain.length > 0 || forms.html.length > 0) chosen.bodies.push(forms);
}

/** A page with its pictures: the first part is the page. */
function related({ parts, type }: MimePart, chosen: Chosen): void {
  const start = type.parameters.get('start')?.bytes ?? '';
  const named = parts.findIndex(
    ({ fields }) => start !== '' && valueOf(fields, 'content-id') === start,
  );
  parts.forEach((part, index) => {
    const what = index === Math.max(0, named) ? undefined : furniture(part);
    if (what) chosen.leftOut.push({ what, part });
    else walk(part, chosen);
  });
}

function furniture({ type: { value } }: MimePart): LeftOutKind | undefined {
  if (value.startsWith('image/')) return 'picture';
  if (/^(?:audio|video)\//.test(value)) return 'media';
  return value === 'text/css' ? 'style' : undefined;
}

const isBody = (part: MimePart): boolean => isText(part) && !isFile(part, false);

/** Also what says that it has parts, and has none. */
const isText = ({ type: { value } }: MimePart): boolean =>
  READ.test(value) || value.startsWith('multipart/') || !value.includes('/');

/** Whether a part comes as a file; the only one does not because it has a name. */
function isFile(part: MimePart, isOnly: boolean): boolean {
  const { value, parameters } = dispositionOf(part);
  if (value === 'attachment') return true;
  return !isOnly && (parameters.has('filename') || part.type.parameters.has('name'));
}
