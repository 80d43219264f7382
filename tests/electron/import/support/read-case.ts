import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Converted, ImportSettings } from '#data/formats/import/format.ts';
import { bareTools } from '#data/formats/import/tools.ts';
import { shownText } from '#data/text/shown-text.ts';
import { encodings } from '../../../../electron/convert/encodings.ts';
import { importRegistry } from '../../../../electron/convert/registry.ts';
import { openZip } from '../../../../electron/convert/zip.ts';

/** Where the small files lie that showed faults once. */
export const fixtures = join(import.meta.dirname, '../../../fixtures/import');

/** What came out of a file: its documents, and what was refused of it. */
export interface Reading {
  documents: Converted[];
  refused: { part?: string; code: string; message: string }[];
}

/** Reads a file as the program does, in this process. */
export async function readBytes(
  name: string,
  bytes: Uint8Array,
  settings: ImportSettings = {},
): Promise<Reading> {
  const reading: Reading = { documents: [], refused: [] };
  const passwords = [...(settings.passwords ?? [])];
  const tools = {
    ...bareTools,
    encodings,
    openZip,
    password: () => Promise.resolve(passwords.shift()),
  };
  try {
    for await (const one of importRegistry.convert({ name, bytes, ...settings }, tools)) {
      if ('error' in one) reading.refused.push({ part: one.part, ...one.error });
      else reading.documents.push(one);
    }
  } catch (thrown) {
    const { code, message } = thrown as { code: string; message: string };
    reading.refused.push({ code, message });
  }
  return reading;
}

/** Reads one of the small files. */
export function readFixture(name: string, settings?: ImportSettings): Promise<Reading> {
  return readBytes(name, readFileSync(join(fixtures, name)), settings);
}

/** A text as the expectations compare it. */
export function plain(text: string, { ignoreZwnj = false } = {}): string {
  const invisible = ignoreZwnj
    ? /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g
    : /[\u00ad\u200b\u200d-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
  return text.normalize('NFC').replace(invisible, '').replace(/\s+/g, ' ').trim();
}

/** The text of a document without its debris. */
export const shown = (document: Converted): string => shownText(document, document.regions);
