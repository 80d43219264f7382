import { expect, test } from 'vitest';
import { Versions, type VersionParts } from '../../../renderer/imports/versions.ts';

test('what became of highlights is said once the window knows the version', async () => {
  const said: string[] = [];
  let come: () => void = () => undefined;
  const arrived = new Promise<void>((resolve) => (come = resolve));
  const counts = { exact: 1, moved: 0, uncertain: 0, lost: 1 };
  const made = { id: 'd2', counts, isNew: true, n: 7 };
  const model = {
    ask: () => Promise.resolve(made),
    received: (n: number) => (n === made.n ? arrived : Promise.resolve()),
    table: () => new Map(),
  };
  const versions = new Versions({
    model,
    notices: {
      attempt: (work: () => unknown) => work(),
      say: (words: string) => said.push(words),
    },
    selection: { goTo: () => undefined },
    looks: { openAt: () => undefined },
  } as unknown as VersionParts);
  const taken = versions.reanchor('d1', 'd2');
  await new Promise(setImmediate);
  expect(said).toEqual([]);
  come();
  await taken;
  expect(said).toEqual([expect.stringContaining('1 exact')]);
});
