import { readFile } from 'node:fs/promises';
import worker from 'tesseract.js/src/worker-script/index.js';
import { say } from '#data/words/say.ts';
import type { TesseractBlock } from '#data/formats/import/ocr/tesseract.ts';
import { corePaths, loadScript } from '../native-parts.ts';

/** What is known of a language, as Tesseract keeps it. */
export interface LanguageData {
  code: string;
  bytes: Uint8Array;
}

/** What Tesseract read. `rotateRadians`: how far it turned the picture around its middle before. */
export interface TesseractPage {
  blocks: TesseractBlock[] | null;
  rotateRadians: number;
  version: string;
}

/** Tesseract finds columns and lines itself. */
const WHOLE_PAGE = '3';

worker.setAdapter({
  getCore: async () => {
    const { script, code } = corePaths();
    const core = loadScript(script) as (options: object) => Promise<unknown>;
    const wasmBinary = await readFile(code);
    const silent = () => undefined;
    return (options) => core({ ...options, wasmBinary, print: silent, printErr: silent });
  },
  // It is unpacked already.
  gunzip: (data) => data,
  // Languages are given as bytes: nothing is looked for, or kept, anywhere.
  readCache: () => Promise.reject(new Error(say('ocr.notLooked'))),
  fetch: () => {
    throw new Error(say('ocr.notLooked'));
  },
});

let jobs = 0;

/** Gives tesseract.js one order; it does one after the other. */
function ask(
  action: string,
  payload: unknown,
  progress: (share: number) => void = () => undefined,
): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const packet = { workerId: 'ocr', jobId: String(++jobs), action, payload };
    worker.dispatchHandlers(packet, ({ status, data }) => {
      if (status === 'progress') progress((data as { progress: number }).progress);
      else if (status === 'resolve') resolve(data);
      else reject(new Error(String(data)));
    });
  });
}

/**
 * Makes Tesseract ready for some languages, in this very process: it is one of the background already, so
 * tesseract.js needs no worker, and nothing is fetched or kept (`cacheMethod: 'none'`). Of its cores it is the
 * one with SIMD: every runtime of ours has that, and it gives the same words on every machine, which the relaxed
 * one does not promise. Throws what Tesseract says of data that is none.
 */
export async function readyFor(languages: readonly LanguageData[]): Promise<void> {
  const options = { lstmOnly: true, logging: false };
  await ask('load', { options });
  const langs = languages.map(({ code, bytes }) => ({ code, data: bytes }));
  const where = { langPath: '', cacheMethod: 'none', gzip: false, lstmOnly: true };
  await ask('loadLanguage', { langs, options: where });
  await ask('initialize', {
    langs: languages.map(({ code }) => code).join('+'),
    oem: 1,
    config: {},
  });
  await ask('setParameters', { params: { tessedit_pageseg_mode: WHOLE_PAGE } });
}

/** Reads a picture (PNM, PNG, JPEG), turned upright by what its lines are turned. */
export async function readWords(
  image: Uint8Array,
  progress: (share: number) => void,
): Promise<TesseractPage> {
  const options = { rotateAuto: true };
  const output = { text: false, blocks: true };
  return (await ask('recognize', { image, options, output }, progress)) as TesseractPage;
}
