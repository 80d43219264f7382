import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createCase } from '../../../electron/storage/open/create-case.ts';
import { newVault } from '../../../electron/storage/vault/vault.ts';
import { codebook } from '../../data/operations/seed.ts';
import { Dice, prose } from '../../bench/lib/words.ts';
import { Cli } from './cli.ts';
import { folderState } from './folder-state.ts';

const dice = new Dice(17);
const wire = prose(dice, 1500);
const files = {
  'paper.txt': `The Paper\n\n${wire}`,
  'gazette.txt': `The Gazette\n\n${wire}\n\nAll rights reserved.`,
  'essay.txt': `${prose(dice, 3000)}\n\n${wire}`,
  'other.txt': prose(dice, 2000),
};

let cli: Cli;
beforeAll(async () => {
  cli = new Cli();
  for (const [name, text] of Object.entries(files)) writeFileSync(cli.at(name), text);
  await cli.json(['new', 'a.case']);
  await cli.json(['import', 'a.case', ...Object.keys(files)]);
});
afterAll(() => cli.remove());

/** Documents by the name of their file. */
async function idsOf(folder: string): Promise<Map<string, string>> {
  const documents = (await cli.json(['list', folder, 'documents'])) as {
    id: string;
    source: { origin: string };
  }[];
  return new Map(documents.map(({ id, source }) => [source.origin.replace('.txt', ''), id]));
}

describe('duplicates', () => {
  test('lists pairs with kind and score, changes nothing, and forgets what was answered', async () => {
    const ids = await idsOf('a.case');
    const before = folderState(cli.at('a.case'));
    const pairs = (await cli.json(['duplicates', 'a.case'])) as Record<string, unknown>[];
    expect(folderState(cli.at('a.case'))).toEqual(before);
    const id = (name: string) => ids.get(name);
    expect(pairs).toHaveLength(3);
    expect(pairs).toContainEqual({
      documents: [id('gazette'), id('paper')],
      kind: 'copy-of',
      score: expect.closeTo(0.97, 1) as number,
    });
    for (const name of ['paper', 'gazette']) {
      expect(pairs).toContainEqual(
        expect.objectContaining({ documents: [id(name), id('essay')], kind: 'excerpt-of' }),
      );
    }
    const link = { type: 'copy-of', from: id('gazette'), to: id('paper') };
    await cli.apply('a.case', [{ op: 'documentLink.add', input: { ...link, state: 'refused' } }]);
    expect(await cli.json(['duplicates', 'a.case'])).toHaveLength(2);
  });

  test('says it in words too', async () => {
    const { stdout } = await cli.call(['duplicates', 'a.case']);
    expect(stdout).toMatch(/excerpt 9\d%: “The Paper” \(.+\) of “/);
    await cli.json(['new', 'empty.case']);
    expect((await cli.call(['duplicates', 'empty.case'])).stdout).toContain('No documents seem');
    expect(await cli.json(['duplicates', 'empty.case'])).toEqual([]);
  });

  test('opens an encrypted case with its passphrase', async () => {
    const vault = await newVault('correct horse battery', false);
    const store = await createCase(cli.at('sealed.case'), {
      author: 'Tester',
      title: 'Sealed',
      codebook,
      vault,
    });
    await store.close();
    const secret = { WAKHAN_PASSPHRASE: 'correct horse battery' };
    await cli.call(['import', 'sealed.case', 'paper.txt', 'gazette.txt'], '', secret);
    const refused = await cli.call(['duplicates', 'sealed.case', '--json']);
    expect(refused.code).toBe(1);
    const { stdout } = await cli.call(['duplicates', 'sealed.case', '--json'], '', secret);
    expect(JSON.parse(stdout)).toHaveLength(1);
  });
});

describe('origins', () => {
  interface Answer {
    id?: string;
    name: string;
    documents: string[];
    reason: string;
    from?: { document: string; start: number; end: number };
    state: string;
  }
  const origins = async () => (await cli.json(['origins', 'wires.case'])) as Answer[];
  const one =
    'Four meet\n\nKABUL (Reuters) - Four armies agreed on Wednesday to share what they know.';
  const two =
    'They agree\n\nThe four armies agreed, a general told Reuters after the meeting there.';

  beforeAll(async () => {
    writeFileSync(cli.at('one.txt'), one);
    writeFileSync(cli.at('two.txt'), two);
    await cli.json(['new', 'wires.case']);
    await cli.json(['import', 'wires.case', 'one.txt', 'two.txt']);
  });

  test('are one for all documents that name it, with the words that say so', async () => {
    const ids = await idsOf('wires.case');
    const start = one.indexOf('(Reuters)');
    expect(await origins()).toEqual([
      {
        name: 'Reuters',
        documents: [ids.get('one'), ids.get('two')],
        reason: 'It begins as a report of this agency: “(Reuters)”; 2 documents name it.',
        from: { document: ids.get('one'), start, end: start + '(Reuters)'.length },
        state: 'proposed',
      },
    ]);
    const { stdout } = await cli.call(['origins', 'wires.case']);
    expect(stdout).toContain('proposed Reuters (2 documents): It begins');
    expect(stdout).toContain(`“They agree” (${ids.get('two')})`);
  });

  test('that were confirmed have an id, and what was answered is not proposed again', async () => {
    const ids = await idsOf('wires.case');
    const [first = '', second = ''] = [ids.get('one'), ids.get('two')];
    const add = (documents: string[], state: string) => ({
      op: 'origin.add',
      input: { id: state, name: 'the Reuters news agency', documents, reason: 'Seen', state },
    });
    await cli.apply('wires.case', [add([first], 'confirmed')]);
    expect(await origins()).toMatchObject([
      { id: 'confirmed', documents: [first], reason: 'Seen', state: 'confirmed' },
      { name: 'Reuters', documents: [second], state: 'proposed' },
    ]);
    await cli.apply('wires.case', [add([second], 'refused')]);
    expect((await origins()).map(({ state }) => state)).toEqual(['confirmed']);
  });
});
