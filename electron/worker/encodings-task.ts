import type { EncodingSample } from '#data/api/import.ts';
import {
  firstLines,
  oddness,
  sampledBytes,
  usualEncodings,
} from '#data/formats/import/encoding-samples.ts';
import type { SourceFile } from '#data/formats/import/format.ts';
import { bareTools, type ImportTools } from '#data/formats/import/tools.ts';
import type { TaskWork } from '../background/tasks.ts';
import { encodings } from '../convert/encodings.ts';
import { importRegistry } from '../convert/registry.ts';
import { openZip } from '../convert/zip.ts';

/**
 * The first lines of a foreign text in each encoding that it may be in, the likeliest first; none when it is no
 * text. It is read as an import reads it, so a page shows its words and not its markup.
 */
export const encodingsTask: TaskWork<'encodings'> = async function* (file, { progress, signal }) {
  const bytes = sampledBytes(file.bytes);
  const tools: ImportTools = { ...bareTools, encodings, openZip, signal };
  const found = new Map<string, EncodingSample>();
  const likely = await encodings.guess(bytes);
  const candidates = [file.encoding, likely?.toLowerCase(), ...usualEncodings];
  const asked = [...new Set(candidates.filter((one) => one !== undefined))];
  for (const [done, encoding] of asked.entries()) {
    signal.throwIfAborted();
    progress(done + 1, asked.length);
    const sample = await sampleOf({ name: file.name, bytes, encoding }, tools);
    // Several tables of letters often say the same of a file: the first one stands for them.
    const words = sample?.lines.join('\n') ?? '';
    if (sample && !found.has(words)) found.set(words, sample);
  }
  yield* [...found.values()].sort((a, b) => oddness(a.lines) - oddness(b.lines));
};

async function sampleOf(file: SourceFile, tools: ImportTools): Promise<EncodingSample | undefined> {
  try {
    for await (const one of importRegistry.convert(file, tools)) {
      if ('error' in one || one.reading.encoding === undefined) return undefined;
      const lines = firstLines(one.text);
      const damaged = lines.join('').split('\ufffd').length - 1;
      return lines.length > 0 ? { encoding: one.reading.encoding, lines, damaged } : undefined;
    }
  } catch (thrown) {
    tools.signal.throwIfAborted();
    // It is not in that encoding.
    void thrown;
  }
  return undefined;
}
