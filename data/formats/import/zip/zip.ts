import { AppError } from '../../../errors.ts';
import { say } from '../../../words/say.ts';
import { latin1 } from '../bytes.ts';
import type { ImportFormat, InnerFile, SourceFile } from '../format.ts';
import { withoutPageFolders } from '../page-folders.ts';
import type { ImportTools, OpenArchive } from '../tools.ts';

/** Bytes that a ZIP begins with: with a file, with none, as the last of several volumes. */
const ZIP_STARTS = ['PK\x03\x04', 'PK\x05\x06', 'PK\x07\x08'] as const;

/** What systems put into archives beside what people do. */
const OF_THE_SYSTEM = /^(?:__MACOSX|Thumbs\.db|desktop\.ini|ehthumbs\.db)$/i;

/** Kinds of files that are a ZIP inside, by a name in them: read by their own formats, or not at all. */
const NO_ARCHIVES: readonly [name: RegExp, what: 'document' | 'book' | 'program'][] = [
  [/^\[Content_Types\]\.xml$/, 'document'],
  [/^META-INF\/container\.xml$/, 'book'],
  // Documents of Pages, Numbers and Keynote.
  [/^Index(?:\.zip|\/[^/]+\.iwa)$/, 'document'],
  [/^index\.(?:xml|apxl)(?:\.gz)?$/, 'document'],
  [/^META-INF\/MANIFEST\.MF$/i, 'program'],
  [/^AndroidManifest\.xml$/, 'program'],
];

/** ZIP archives: walked like a folder, each file in them read by its own kind. */
export const zip: ImportFormat = {
  id: 'zip',
  label: say('imports.zip'),
  extensions: ['zip'],
  mediaTypes: ['application/zip', 'application/x-zip-compressed'],
  limit: 1024 * 1024 * 1024,
  starts: ZIP_STARTS,
  holdsMany: true,
  convert: walked,
};

async function* walked(file: SourceFile, tools: ImportTools): AsyncGenerator<InnerFile> {
  const archive = await tools.openZip(file.bytes, file.name);
  await needPlain(file.name, archive);
  const names = withoutPageFolders(archive.names.filter(isForPeople)).sort(byName);
  for (const [done, part] of names.entries()) {
    tools.signal.throwIfAborted();
    tools.progress(done, names.length);
    const inner = await archive.read(part);
    if (inner) yield { part, inner };
  }
}

/** Throws `unsupported-format` when it is a document of some program, whose parts are none to read. */
async function needPlain(file: string, archive: OpenArchive): Promise<void> {
  if (/\.wakhan$/i.test(file)) {
    throw new AppError('unsupported-format', say('imports.packedCase', { file }), { file });
  }
  const found = NO_ARCHIVES.find(([name]) => archive.names.some((one) => name.test(one)));
  const what = found?.[1] ?? (await ownKind(archive));
  if (what === undefined) return;
  throw new AppError('unsupported-format', say('imports.unsupported', { file, what }), { file });
}

/** What an archive says in a file for that: office documents and books of some kinds do. */
async function ownKind(archive: OpenArchive): Promise<'document' | 'book' | undefined> {
  if (!archive.names.includes('mimetype')) return undefined;
  const said = latin1((await archive.read('mimetype')) ?? new Uint8Array());
  if (said.startsWith('application/epub')) return 'book';
  return said.startsWith('application/vnd.') ? 'document' : undefined;
}

const isForPeople = (path: string): boolean =>
  path.split('/').every((name) => !name.startsWith('.') && !OF_THE_SYSTEM.test(name));

const byName = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
