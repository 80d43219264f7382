import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import bundled from '#data/codebooks/security-alliances.json' with { type: 'json' };
import { AppError } from '#data/errors.ts';
import { Codebook } from '#data/model/codebook.ts';
import { Line, Marking } from '#data/model/common.ts';
import { checked } from '#data/operations/edit.ts';
import { say } from '#data/words/say.ts';
import { createCase } from '../storage/open/create-case.ts';
import { refuseInsideCase } from '../files/output-place.ts';
import { SAMPLE_AUTHOR, sampleContent } from '../session/sample-case.ts';
import { sweepAnnouncedLeftovers } from '../storage/disk/announce-leftover.ts';
import { storageError } from '../storage/disk/storage-error.ts';
import type { CreateOptions } from '../storage/store-options.ts';
import type { Invocation, Work } from './command.ts';
import { newVaultFrom, recoveryWords } from './secrets.ts';

/** `new`: makes a case, or the bundled sample, and says where. */
export const newCommand: Work = async (invocation) => {
  const { words, option, flag, json, out } = invocation;
  const [folder = ''] = words;
  const content = await contentFor(invocation, folder);
  await refuseInsideCase(folder, say('doing.putThere'));
  await sweepAnnouncedLeftovers();
  const made = flag('encrypt') ? await newVaultFrom(invocation, flag('recovery-key')) : undefined;
  const { recoveryKey, ...vault } = made ?? {};
  const marking = option('marking');
  const store = await createCase(folder, {
    ...content,
    ...('key' in vault && { vault }),
    ...(marking === undefined
      ? {}
      : { marking: checked(Marking, marking, say('command.newMarking')) }),
  });
  const id = store.state.get('case', 'case')?.uid;
  await store.close();
  const key = recoveryKey === undefined ? {} : { recoveryKey };
  const { title } = content;
  await out.line(
    json
      ? JSON.stringify({ case: folder, id, title, ...key })
      : say('command.made', { title, folder }),
  );
  if (!json && recoveryKey !== undefined) await out.line(recoveryWords(recoveryKey));
  return 0;
};

type Content = Pick<CreateOptions, 'author' | 'title' | 'codebook' | 'fill'>;

/** What the case begins with. The sample signs itself unless somebody wants to be its author. */
async function contentFor({ option, flag, author }: Invocation, folder: string): Promise<Content> {
  const titled = (title: string) =>
    checked(Line, option('title') ?? title, say('command.newTitle'));
  if (!flag('sample')) {
    const title = titled(
      basename(resolve(folder)).replace(/\.case$/i, '') || say('model.untitled'),
    );
    return { author, title, codebook: await codebookFrom(option('codebook')) };
  }
  if (option('codebook') !== undefined) {
    throw new AppError('wrong-use', say('command.sampleCodebook'));
  }
  const sample = await sampleContent();
  return { author: option('author') ?? SAMPLE_AUTHOR, ...sample, title: titled(sample.title) };
}

async function codebookFrom(path: string | undefined): Promise<Codebook> {
  if (path === undefined) return checked(Codebook, bundled, say('command.bundledCodebook'));
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (thrown) {
    throw storageError(thrown, say('doing.readCodebook'), path);
  }
  try {
    return checked(Codebook, JSON.parse(text), say('command.codebook', { file: basename(path) }));
  } catch (thrown) {
    if (!(thrown instanceof SyntaxError)) throw thrown;
    const why = say('command.notJson', { file: basename(path), why: thrown.message });
    throw new AppError('invalid-input', why, { file: basename(path) });
  }
}
