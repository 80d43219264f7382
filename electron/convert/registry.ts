import type { ImportFormat } from '#data/formats/import/format.ts';
import { plainText } from '#data/formats/import/plain-text.ts';
import { ImportRegistry, pureFormats } from '#data/formats/import/registry.ts';
import { msg } from './msg.ts';
import { pdf } from './pdf.ts';
import { pictureFormats } from './pictures/formats.ts';

/**
 * Formats that need a library of Node or much memory: one file each in this folder. Dialogs ask for their
 * endings, so a format loads its library only in `convert`, which runs in a background process.
 */
const binaryFormats: readonly ImportFormat[] = [pdf, msg, ...pictureFormats];

/** Every format that the program reads. */
export const importRegistry = new ImportRegistry([...binaryFormats, ...pureFormats], plainText);
