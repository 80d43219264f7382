import { copyFile, mkdir, readdir, rename } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { AppError } from '#data/errors.ts';
import type { OcrLanguage } from '#data/formats/import/format.ts';
import { LANGUAGE_CODE } from '#data/formats/import/ocr/languages.ts';
import { isTrainedData } from '#data/formats/import/ocr/trained-data.ts';
import { say } from '#data/words/say.ts';
import { languageBytes } from '../convert/ocr/language-file.ts';
import { storageError } from '../storage/disk/storage-error.ts';
import { temporaryName } from '../storage/disk/temporary-name.ts';

/** Names of files with what is known of a language, packed or not. */
const FILE = /^(.+)\.traineddata(\.gz)?$/i;

/** Languages for reading pictures that the person brought, kept beside the settings. Nobody but us knows where. */
export class OwnLanguages {
  readonly #folder: string;

  /** `userData`: the folder of what belongs to the person. */
  constructor(userData: string) {
    this.#folder = join(userData, 'languages');
  }

  /** Their codes, in order. */
  async codes(): Promise<string[]> {
    return [...(await this.#files()).keys()].sort();
  }

  /** Languages by their codes, with the files of those that were brought. */
  async filesOf(codes: readonly string[]): Promise<OcrLanguage[]> {
    const files = await this.#files();
    return codes.map((code) => {
      const name = files.get(code);
      return { code, ...(name !== undefined && { file: join(this.#folder, name) }) };
    });
  }

  /** Keeps a copy of a file; answers the code of its language. Throws `unsupported-format` for what is no such file. */
  async add(path: string): Promise<string> {
    const name = basename(path);
    const [, code = '', packed = ''] = FILE.exec(name) ?? [];
    if (!LANGUAGE_CODE.test(code)) throw notALanguage(name);
    try {
      if (!(await isLanguage(path))) throw notALanguage(name);
      await mkdir(this.#folder, { recursive: true });
      const copy = join(this.#folder, temporaryName('file'));
      await copyFile(path, copy);
      await rename(copy, join(this.#folder, `${code}.traineddata${packed.toLowerCase()}`));
    } catch (thrown) {
      throw storageError(thrown, say('doing.readFile'), name);
    }
    return code;
  }

  async #files(): Promise<Map<string, string>> {
    const names = await readdir(this.#folder).catch(() => []);
    return new Map(
      names.flatMap((name): [string, string][] => {
        const code = FILE.exec(name)?.[1] ?? '';
        return LANGUAGE_CODE.test(code) ? [[code, name]] : [];
      }),
    );
  }
}

async function isLanguage(path: string): Promise<boolean> {
  const bytes = await languageBytes(path);
  return bytes !== undefined && isTrainedData(bytes);
}

function notALanguage(file: string): AppError {
  return new AppError('unsupported-format', say('ocr.notALanguage', { file }), { file });
}
