import { AppError } from '#data/errors.ts';
import type { Converted, SourceFile } from '#data/formats/import/format.ts';
import { pureRegistry } from '#data/formats/import/registry.ts';
import { bareTools } from '#data/formats/import/tools.ts';
import { foldBlocks } from '#data/text/fold-blocks.ts';
import { encodings } from '../../../electron/convert/encodings.ts';

/** The one document of a file, as the formats of `data/` read it, and in any encoding. */
export async function convertFile(file: SourceFile): Promise<Converted> {
  const documents: Converted[] = [];
  for await (const document of pureRegistry.convert(file, { ...bareTools, encodings })) {
    if ('error' in document) throw new Error(document.error.message);
    documents.push(document);
  }
  const [only, ...others] = documents;
  if (!only || others.length > 0)
    throw new Error(`${file.name} gave ${documents.length} documents`);
  return only;
}

/** Converts a file given as text (UTF-8) or bytes. */
export function convert(
  name: string,
  content: string | Uint8Array,
  encoding?: string,
): Promise<Converted> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return convertFile({ name, bytes, ...(encoding === undefined ? {} : { encoding }) });
}

/** The refusal that converting this file gives. */
export async function refusal(
  name: string,
  content: string | Uint8Array,
  encoding?: string,
): Promise<AppError> {
  try {
    await convert(name, content, encoding);
  } catch (thrown) {
    if (thrown instanceof AppError) return thrown;
    throw thrown;
  }
  throw new Error(`${name} was not refused`);
}

/** Blocks as a person would note them: kind with level, `~` for debris, and the words. */
export function outline({ text, blocks, regions }: Converted): string[] {
  return foldBlocks(blocks, regions).map(({ start, end, kind, level, region }) => {
    const mark = `${region ? '~' : ''}${kind}${level ?? ''}`;
    return `${mark}: ${text.slice(start, end)}`;
  });
}

/** What was found about a document, by field: the surest value of each. */
export function metaOf({ meta }: Converted): Record<string, string> {
  const found: Record<string, string> = {};
  for (const { field, value } of meta) found[field] ??= value;
  return found;
}

/** The words of all debris blocks. */
export const debrisOf = (converted: Converted): string[] =>
  foldBlocks(converted.blocks, converted.regions)
    .filter(({ region }) => region)
    .map(({ start, end }) => converted.text.slice(start, end).trim());

/** What is wrong with the blocks of a text: they must stand in order and cover all that is not white space. */
export function blockFaults({ text, blocks }: Pick<Converted, 'text' | 'blocks'>): string[] {
  const faults: string[] = [];
  let end = 0;
  for (const block of [...blocks, { start: text.length, end: text.length + 1 }]) {
    if (block.start < end) faults.push(`a block starts at ${block.start}, before ${end}`);
    const between = text.slice(end, block.start);
    if (between.trim() !== '') faults.push(`“${between}” is in no block`);
    if (block.end <= block.start) faults.push(`the block at ${block.start} is empty`);
    if (block.end - block.start > 2000) faults.push(`the block at ${block.start} is too long`);
    end = block.end;
  }
  return faults;
}
