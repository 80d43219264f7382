import { SaxesParser } from 'saxes';
import { AppError } from '../../../errors.ts';
import { say } from '../../../words/say.ts';

/** Elements nested deeper than this are in no document but to harm. */
const DEEPEST = 256;
/** Code units that are read at a time. */
const PIECE = 64 * 1024;

/** What hears of an XML document while it is read; names are as they are written, prefixes included. */
export interface XmlHandler {
  start?(name: string, attributes: Readonly<Record<string, string>>): void;
  end?(name: string): void;
  /** Text or CDATA; may come in several pieces. */
  text?(text: string): void;
}

/** How an XML document is read. */
export interface XmlOptions {
  /** The file, for refusals. */
  file: string;
  /** Allows a DOCTYPE, as XHTML has; what it declares counts for nothing. */
  doctype?: true;
  /** Named entities beside the five of XML, as code units. */
  entities?: Readonly<Record<string, string>>;
  /** Hears how many code units are done. */
  passed?: (units: number) => void;
}

/**
 * Reads an XML document from its start to its end. No entity but the given ones is replaced and nothing is
 * fetched. Throws `import-failed` where it is not well-formed, declares a DOCTYPE (whose entities can multiply
 * without end) or nests too deep.
 */
export function readXml(
  xml: string,
  handler: XmlHandler,
  { file, doctype, entities, passed }: XmlOptions,
): void {
  const parser = new SaxesParser({ fragment: false, position: false });
  let depth = 0;
  if (entities) Object.assign(parser.ENTITIES, entities);
  parser.on('error', (error) => {
    throw broken(file, error.message);
  });
  parser.on('doctype', () => {
    if (!doctype) throw broken(file, 'DOCTYPE');
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (++depth > DEEPEST) throw broken(file, say('imports.tooNested', { most: DEEPEST }));
    handler.start?.(name, attributes as Record<string, string>);
  });
  parser.on('closetag', ({ name }) => {
    depth--;
    handler.end?.(name);
  });
  if (handler.text) {
    parser.on('text', (text) => handler.text?.(text));
    parser.on('cdata', (text) => handler.text?.(text));
  }
  for (let at = 0; at < xml.length; at += PIECE) {
    const piece = xml.slice(at, at + PIECE);
    parser.write(piece);
    passed?.(piece.length);
  }
  parser.close();
}

/** The refusal of a document that is not what it should be. */
export function broken(file: string, what: string): AppError {
  return new AppError('import-failed', say('imports.brokenXml', { file, what }), { file });
}
