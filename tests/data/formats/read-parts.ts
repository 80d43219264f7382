import type { Converted, ConvertedPart, ImportSettings } from '#data/formats/import/format.ts';
import { pureRegistry } from '#data/formats/import/registry.ts';
import { bareTools } from '#data/formats/import/tools.ts';
import { encodings } from '../../../electron/convert/encodings.ts';
import { openZip } from '../../../electron/convert/zip.ts';

/** Everything that comes out of a file of several documents, in any encoding, archives opened. */
export async function readParts(
  name: string,
  content: string | Uint8Array,
  settings: ImportSettings = {},
): Promise<ConvertedPart[]> {
  const parts: ConvertedPart[] = [];
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const tools = { ...bareTools, encodings, openZip };
  for await (const one of pureRegistry.convert({ name, bytes, ...settings }, tools))
    parts.push(one);
  return parts;
}

/** The documents among them. */
export async function readDocuments(
  ...file: Parameters<typeof readParts>
): Promise<[Converted, ...Converted[]]> {
  const documents = (await readParts(...file)).filter((one): one is Converted => !('error' in one));
  const [first, ...others] = documents;
  if (!first) throw new Error('There is no document.');
  return [first, ...others];
}

/** What each part came to: its words or why it was refused, and its name in the file. */
export const told = (parts: readonly ConvertedPart[]): (string | undefined)[][] =>
  parts.map((one) => ['error' in one ? one.error.code : one.text, one.part]);
