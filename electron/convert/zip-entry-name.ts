import type { Entry } from 'yauzl';

/** The bit that says that names are UTF-8, and the field that holds a name in UTF-8 beside the older one. */
const IS_UTF8 = 0x800;
const UNICODE_PATH = 0x7075;
/** Three letters of DOS in Cyrillic, one after the other: in other languages no three letters are accented. */
const CYRILLIC = /[\x80-\xaf\xe0-\xf1]{3}/;
/** What in Cyrillic would be a frame and no letter. */
const FRAMES = /[\xb0-\xdf\xf2-\xff]/;

/**
 * The name of an entry. The format knows DOS and UTF-8, and many programs do not say which they write: what can be
 * UTF-8 is, and what looks like Cyrillic of DOS is that.
 */
export function nameOf({
  fileName,
  fileNameRaw,
  generalPurposeBitFlag,
  extraFields,
}: Entry): string {
  const isSaid = (generalPurposeBitFlag & IS_UTF8) !== 0;
  if (isSaid || extraFields.some(({ id }) => id === UNICODE_PATH)) return fileName;
  const bytes = fileNameRaw.toString('latin1');
  if (!/[\x80-\xff]/.test(bytes)) return fileName;
  const name =
    decoded(fileNameRaw, 'utf-8') ??
    (CYRILLIC.test(bytes) && !FRAMES.test(bytes) ? decoded(fileNameRaw, 'ibm866') : undefined);
  return name?.replace(/\\/g, '/') ?? fileName;
}

function decoded(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
