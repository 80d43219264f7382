import type { ImportResult } from '#data/api/job.ts';
import type { ImportSettings } from '#data/formats/import/format.ts';
import { Converter } from '../import/converter.ts';
import { findFiles } from '../import/find-files.ts';
import { importFiles } from '../import/import-files.ts';
import type { TakeWords } from '../import/take-in.ts';
import type { CaseStore } from '../storage/case-store.ts';
import { Reanchoring } from '../versions/reanchoring.ts';
import { takeWords } from '../versions/take-words.ts';
import type { Invocation, Work } from './command.ts';
import { importSettings } from './import-settings.ts';
import { withCase } from './with-case.ts';

/** `import`: one result per document; a file that cannot be imported never stops the rest. */
export const importCommand: Work = (invocation) => {
  const settings = importSettings(invocation);
  return withCase(invocation, 'write', async (store) => {
    const { json, out } = invocation;
    let failed = 0;
    const counted = async function* () {
      for await (const result of results(store, invocation, settings)) {
        if (result.result === 'failed') failed++;
        yield result;
      }
    };
    if (json) await out.array(counted());
    else for await (const result of counted()) await out.line(inWords(result));
    return failed > 0 ? 1 : 0;
  });
};

async function* results(
  store: CaseStore,
  { words: [, ...paths], author, launch, signal }: Invocation,
  settings: ImportSettings,
): AsyncGenerator<ImportResult> {
  const how = { method: 'command line', collector: author, ...settings };
  const converter = new Converter(launch);
  const reanchoring = new Reanchoring(launch);
  const words: TakeWords = (document, part) =>
    takeWords(store, document, part, { reanchoring, signal, collector: author });
  try {
    const importing = { store, converter, how, signal, words };
    for await (const result of importFiles(findFiles(paths, signal), importing)) {
      signal.throwIfAborted();
      yield result;
    }
  } finally {
    converter.stop();
    reanchoring.stop();
  }
}

function inWords(one: ImportResult): string {
  if (one.result === 'failed') return `failed     ${one.file}  ${one.error.message}`;
  return `${one.result.padEnd(9)}  ${one.file}  ${one.id}  ${one.title}`;
}
