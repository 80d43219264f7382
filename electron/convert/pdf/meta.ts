import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { fromFile } from '#data/formats/import/from-file.ts';
import { asLine } from '#data/formats/import/titles.ts';
import { dateFault } from '#data/model/edtf.ts';
import type { Proposal } from '#data/model/reading.ts';

/** What a program or a template wrote there, and no person. */
const NO_TITLE =
  /^(?:microsoft (?:word|powerpoint|excel|office)|untitled|unbenannt|document\d*$|slide \d|title$|print$|layout \d|\d+$|about:blank|https?:|file:|[a-z]:\\)|\.(?:docx?|odt|rtf|txt|pdf|indd|qxd|pptx?|xlsx?|html?|tex|dvi|ps|p65|cdr|ai|fm|wpd)$/i;
const NO_PERSON =
  /^(?:admin(?:istrator)?|user\d*|owner|unknown|author|anonymous|\(?unspecified\)?|root|pc|windows user|microsoft.*|hp|dell|\W*)$/i;

/** What a PDF says of itself; the day on which the file was made is not when it was published. */
export async function metaOf(document: PDFDocumentProxy): Promise<Proposal[]> {
  const { info, metadata } = await document.getMetadata().catch(() => NOTHING);
  const said = info as Record<string, unknown>;
  const xmp = (name: string): string => lineOf((metadata as Xmp | null)?.get(name));
  const title = [lineOf(said['Title']), xmp('dc:title')].find(
    (one) => one !== '' && !NO_TITLE.test(one),
  );
  const author = [xmp('dc:creator'), lineOf(said['Author'])].find(
    (one) => one !== '' && !NO_PERSON.test(one),
  );
  const language = [lineOf(said['Language']), xmp('dc:language')].find(isLanguage);
  const published = ['prism:publicationdate', 'prism:coverdate', 'dc:date']
    .map((name) => dayOf(xmp(name)))
    .find((day) => day !== undefined);
  const publisher = xmp('dc:publisher') || xmp('prism:publicationname');
  const url = ['prism:url', 'dc:source', 'dc:identifier']
    .map(xmp)
    .find((one) => /^https?:\/\//i.test(one));
  return fromFile({ title, author, publisher, published, language, url });
}

const NOTHING = { info: {}, metadata: null };

interface Xmp {
  get(name: string): unknown;
}

function lineOf(value: unknown): string {
  if (Array.isArray(value))
    return asLine(value.filter((one) => typeof one === 'string').join('; '));
  return typeof value === 'string' ? asLine(value.replace(/\0/g, '')) : '';
}

/** A BCP 47 tag. American English is what programs write where nobody said anything: the words tell better. */
const isLanguage = (tag: string): boolean =>
  !/^en(?:-us)?$/i.test(tag) &&
  /^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,4}$/i.test(tag) &&
  !/^x-/i.test(tag);

/** The day of a date in ISO form. */
function dayOf(text: string): string | undefined {
  const day = /^\d{4}(?:-\d{2}(?:-\d{2})?)?(?=$|[T\s;])/.exec(text)?.[0];
  return day !== undefined && dateFault(day) === undefined ? day : undefined;
}
