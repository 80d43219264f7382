import type { CaseView } from '#data/state/case-view.ts';

/** The same case, which tells when somebody looks into a document, at its highlights or its text. */
export function toldView(view: CaseView, looked: () => void): CaseView {
  return {
    get: (kind, id) => view.get(kind, id),
    all: (kind) => view.all(kind),
    referring: (kind, id) => view.referring(kind, id),
    kindOf: (id) => view.kindOf(id),
    highlightsWith: (reference) => view.highlightsWith(reference),
    highlightsOf: (document) => {
      looked();
      return view.highlightsOf(document);
    },
    text: (document) => {
      looked();
      return view.text(document);
    },
    textOf: (document) => {
      looked();
      return view.textOf(document);
    },
    history: view.history,
  };
}
