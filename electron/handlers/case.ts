import alliances from '#data/codebooks/security-alliances.json' with { type: 'json' };
import { Codebook } from '#data/model/codebook.ts';
import { askCase, askNewCase } from '../dialogs.ts';
import type { Desk } from './desk.ts';
import type { HandlersOf } from './handlers-of.ts';

const codebook = Codebook.parse(alliances);

/** Calls about cases as a whole, and the one call that changes a case. */
export function caseHandlers(desk: Desk): HandlersOf<'case'> {
  const { cases, jobs, recent } = desk;
  return {
    'case.recent': () => recent.list(),
    'case.create': async ({ title, marking }) => {
      const path = await askNewCase(desk.window, title);
      if (path === null) return null;
      return cases.create(path, { title, codebook, ...(marking ? { marking } : {}) });
    },
    'case.choose': async () => {
      const path = await askCase(desk.window);
      return path === null ? null : cases.open(path);
    },
    'case.open': ({ key }) => cases.open(recent.pathOf(key)),
    'case.current': () => cases.shown(),
    'case.close': async () => {
      await cases.close();
      return null;
    },
    'case.perform': async (request) => {
      const { n, id, at } = await cases.current.store.perform(request);
      return { n, id, at };
    },
    'case.history': ({ before, limit }) => cases.current.store.history(limit, before),
    'case.verify': () => {
      const { store } = cases.current;
      return jobs.run('verify', 'Checking the case', (job) => store.verify(job));
    },
    'case.saveView': async ({ view }) => {
      await cases.saveView(view);
      return null;
    },
  };
}
