import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ZipFile } from 'yazl';
import type { Converted } from '#data/formats/import/format.ts';
import { readBytes, type Reading } from '../../electron/import/support/read-case.ts';

const made = join(import.meta.dirname, '../../fixtures/import-made');

/** Reads a file that was made for the project: `docx/all.docx`. */
export function readMade(path: string): Promise<Reading> {
  return readBytes(path.slice(path.lastIndexOf('/') + 1), readFileSync(join(made, path)));
}

/** A ZIP of parts by their names. */
export async function zipOf(parts: Record<string, string>): Promise<Uint8Array> {
  const zip = new ZipFile();
  for (const [name, text] of Object.entries(parts)) zip.addBuffer(Buffer.from(text), name);
  zip.end();
  const pieces: Buffer[] = [];
  for await (const piece of zip.outputStream) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}

/** The one document that was read. */
export function only({ documents, refused }: Reading): Converted {
  const [document] = documents;
  if (!document || documents.length > 1 || refused.length > 0) {
    throw new Error(`${documents.length} documents, ${JSON.stringify(refused)}`);
  }
  return document;
}

/** Blocks as a person would note them: kind, level, number, `~` and the kind of the region, words. */
export function noted({ text, blocks, regions }: Converted): string[] {
  return blocks.map(({ start, end, kind, level, number }) => {
    const region = regions.find((one) => one.start <= start && end <= one.end)?.kind;
    const look = `${kind}${level ?? ''}${number === undefined ? '' : ` [${number}]`}`;
    return `${look}${region === undefined ? '' : ` ~${region}`}: ${text.slice(start, end)}`;
  });
}

/** Marks with their words, and with what they lead to. */
export function marked({ text, marks = [] }: Converted): string[] {
  return marks.map(({ start, end, kind, address, to, reading }) => {
    const rest = address ?? reading ?? (to === undefined ? undefined : text.slice(to, to + 12));
    return `${kind}: ${text.slice(start, end)}${rest === undefined ? '' : ` -> ${rest}`}`;
  });
}
