import { need } from '#data/operations/edit.ts';
import { anchorCounts, waitingHighlights } from '#data/queries/waiting-highlights.ts';
import { askVersion } from '../window/dialogs.ts';
import type { HandlerContext } from './context.ts';
import type { HandlersOf } from './handlers-of.ts';

/** Calls about versions of documents. */
export function versionHandlers(context: HandlerContext): HandlersOf<'version'> {
  const { window, cases, versions, settings } = context;
  return {
    'version.import': async ({ id }) => {
      const { title } = need(cases.current.store.state, 'document', id);
      const checkSame = cases.hold();
      const path = await askVersion(window, title);
      checkSame();
      if (path === null) return null;
      const how = { method: 'file dialog', collector: settings.get().author };
      return versions.import(id, path, how);
    },
    'version.reanchor': ({ from, to }) => versions.reanchor(from, to),
    'version.waiting': () => waitingHighlights(cases.current.store.state),
    'version.counts': ({ id }) => {
      const { state } = cases.current.store;
      need(state, 'document', id);
      return anchorCounts(state, id);
    },
  };
}
