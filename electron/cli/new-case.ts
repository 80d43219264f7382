import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import bundled from '#data/codebooks/security-alliances.json' with { type: 'json' };
import { AppError } from '#data/errors.ts';
import { Codebook } from '#data/model/codebook.ts';
import { Line, Marking } from '#data/model/common.ts';
import { checked } from '#data/operations/edit.ts';
import { refuseInsideCase } from '../file-place.ts';
import { sweepAnnounced } from '../storage/announced.ts';
import { CaseStore } from '../storage/case-store.ts';
import { storageError } from '../storage/storage-error.ts';
import type { Work } from './command.ts';
import { newVaultFrom, recoveryWords } from './secrets.ts';

/** `new`: makes a case and says where. */
export const newCase: Work = async (invocation) => {
  const { words, option, flag, author, json, out } = invocation;
  const [folder = ''] = words;
  const fallback = basename(resolve(folder)).replace(/\.case$/i, '') || 'Untitled';
  const title = checked(Line, option('title') ?? fallback, 'new: the title');
  const marking = option('marking');
  await refuseInsideCase(folder, 'put the case there');
  await sweepAnnounced();
  const codebook = await codebookFrom(option('codebook'));
  const made = flag('encrypt') ? await newVaultFrom(invocation, flag('recovery-key')) : undefined;
  const { recoveryKey, ...vault } = made ?? {};
  const store = await CaseStore.create(folder, {
    author,
    title,
    codebook,
    ...('key' in vault && { vault }),
    ...(marking === undefined ? {} : { marking: checked(Marking, marking, 'new: the marking') }),
  });
  const id = store.state.get('case', 'case')?.uid;
  await store.close();
  const key = recoveryKey === undefined ? {} : { recoveryKey };
  await out.line(
    json ? JSON.stringify({ case: folder, id, title, ...key }) : `Made “${title}” in ${folder}`,
  );
  if (!json && recoveryKey !== undefined) await out.line(recoveryWords(recoveryKey));
  return 0;
};

async function codebookFrom(path: string | undefined): Promise<Codebook> {
  if (path === undefined) return checked(Codebook, bundled, 'the bundled codebook');
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (thrown) {
    throw storageError(thrown, 'read the codebook', path);
  }
  try {
    return checked(Codebook, JSON.parse(text), `the codebook ${basename(path)}`);
  } catch (thrown) {
    if (!(thrown instanceof SyntaxError)) throw thrown;
    const why = `“${basename(path)}” is not JSON: ${thrown.message}. Nothing was made.`;
    throw new AppError('invalid-input', why, { file: basename(path) });
  }
}
