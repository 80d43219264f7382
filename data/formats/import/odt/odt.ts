import { say } from '../../../words/say.ts';
import { decodeText } from '../decode.ts';
import type { ImportFormat, ReadText, SourceFile } from '../format.ts';
import { latin1 } from '../bytes.ts';
import { LONGEST_TEXT, Parts } from '../office/parts.ts';
import { noText, protectedFile } from '../office/protected.ts';
import { zipNames } from '../office/zip-names.ts';
import { refuseKnownKind } from '../refused-kinds.ts';
import { Meter, type ImportTools } from '../tools.ts';
import { writeOdt } from './write-odt.ts';

const TEXT = 'application/vnd.oasis.opendocument.text';
/** What files of all kinds of OpenDocument begin with, unless their type is packed as well. */
const OTHER = 'mimetypeapplication/';
/** Bytes of a flat file in which its type stands, behind its many namespaces. */
const HEAD = 16 * 1024;
/** How much larger the text of a file is than the file, about. */
const PACKED = 10;

/** OpenDocument texts and templates; nothing that they refer to is fetched. */
export const odt: ImportFormat = {
  id: 'odt',
  label: say('imports.odt'),
  extensions: ['odt', 'ott', 'odm'],
  mediaTypes: [TEXT],
  limit: 200 * 1024 * 1024,
  starts: ['PK\x03\x04'],
  sniff: (start, bytes) =>
    start.includes(`mimetype${TEXT}`) ||
    (!start.includes(OTHER) && zipNames(bytes).includes('content.xml')),
  async *convert(file, tools) {
    yield await convertOdt(file, tools);
  },
};

/** The same in one file of XML. */
export const fodt: ImportFormat = {
  id: 'fodt',
  label: say('imports.odt'),
  extensions: ['fodt'],
  mediaTypes: [`${TEXT}-flat-xml`],
  limit: 200 * 1024 * 1024,
  isMarkup: true,
  sniff: (start, bytes) =>
    /<office:document[\s>]/.test(start) && latin1(bytes.subarray(0, HEAD)).includes(TEXT),
  async *convert(file, tools) {
    const meter = new Meter(tools, 2 * file.bytes.length);
    const head = latin1(file.bytes.subarray(0, 200));
    const declared = /^\s*<\?xml[^>]{0,100}encoding=["']([\w-]{1,40})/.exec(head)?.[1];
    const { text, reading } = await decodeText(file, { ...tools, declared, passed: meter.add });
    yield { ...writeOdt({ content: text }, file.name, meter.add), reading };
  },
};

async function convertOdt(file: SourceFile, tools: ImportTools): Promise<ReadText> {
  const { name, bytes } = file;
  // Of an archive of another kind it is said what it is, rather than what it lacks.
  const names = zipNames(bytes);
  const isOurs = names.includes('content.xml') || names.includes('encrypted-package');
  const start = latin1(bytes.subarray(0, 200));
  const isOther = start.includes(OTHER) && !start.includes(TEXT);
  if (names.length > 0 && (!isOurs || isOther)) await refuseKnownKind(file, []);
  const parts = new Parts(await tools.openZip(bytes, name), name);
  const manifest = await parts.text('META-INF/manifest.xml');
  const isProtected = manifest !== undefined && /<(?:\w+:)?encryption-data[\s/>]/.test(manifest);
  if (isProtected || parts.has('encrypted-package')) throw protectedFile(name);
  const content = await parts.text('content.xml', LONGEST_TEXT);
  if (content === undefined) throw noText(name);
  const styles = await parts.text('styles.xml');
  const meta = await parts.text('meta.xml');
  const read = {
    content,
    ...(styles !== undefined && { styles }),
    ...(meta !== undefined && { meta }),
  };
  const written = writeOdt(read, name, new Meter(tools, PACKED * bytes.length).add);
  const macros = parts.names.some(
    (part) => /^Basic\/.*\.xml$/.test(part) && !/-l[bc]\.xml$/.test(part),
  );
  if (!macros) return written;
  const what = [...(written.reading?.leftOut?.what ?? []), 'macro' as const];
  return { ...written, reading: { leftOut: { characters: 0, what } } };
}
