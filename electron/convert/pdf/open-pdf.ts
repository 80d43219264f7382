import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { AppError } from '#data/errors.ts';
import type { SourceFile } from '#data/formats/import/format.ts';
import type { ImportTools } from '#data/formats/import/tools.ts';
import { say } from '#data/words/say.ts';
import { pdfLibrary, safely } from './library.ts';

/** A file that is open: what must be closed afterwards, and its password if it has one. */
export interface OpenPdf {
  document: PDFDocumentProxy;
  password: string | undefined;
  close(): Promise<void>;
}

/**
 * Opens a PDF with the passwords that are given for it. Throws `password-needed` when none opens it, and
 * `import-failed` when it is broken.
 */
export async function openPdf(file: SourceFile, tools: ImportTools): Promise<OpenPdf> {
  const { getDocument } = await pdfLibrary();
  const task = getDocument(safely(new Uint8Array(file.bytes)));
  let password: string | undefined;
  let refused: 'needed' | 'wrong' | undefined;
  const ask = async (isWrong: boolean): Promise<string | Error> => {
    const given = password !== undefined || isWrong;
    password = await tools.password(isWrong);
    if (password !== undefined) return password;
    refused = given ? 'wrong' : 'needed';
    return new Error(refused);
  };
  task.onPassword = (open: (password: string | Error) => void, reason: number): void => {
    ask(reason === WRONG).then(open, open);
  };
  const close = (): Promise<void> => task.destroy().catch(() => undefined);
  try {
    return { document: await task.promise, password, close };
  } catch {
    await close();
    tools.signal.throwIfAborted();
    throw refused ? locked(file.name, refused) : brokenPdf(file.name);
  }
}

/** What the library says of a password that does not open the file. */
const WRONG = 2;

function locked(file: string, why: 'needed' | 'wrong'): AppError {
  return new AppError(
    'password-needed',
    why === 'wrong'
      ? say('imports.wrongPassword', { file })
      : say('imports.passwordNeeded', { file }),
    { file, wrong: why === 'wrong' },
  );
}

/** The refusal of a PDF that cannot be read. */
export function brokenPdf(file: string): AppError {
  return new AppError('import-failed', say('imports.brokenPdf', { file }), { file });
}
