import type { CaseModel } from '../state/case-model.svelte.ts';
import type { Selected, Selection } from '../state/selection.svelte.ts';
import type { Json, ViewStore } from '../state/view-store.ts';

interface Parts {
  view: ViewStore;
  model: CaseModel;
  selection: Selection;
}

/** Shows what was open and selected when the case was last looked at, as far as it still exists. */
export function restoreView({ view, model, selection }: Parts): void {
  const item = asSelected(view.read('selection'));
  if (item && (item.kind === 'highlight' || model.table(item.kind).has(item.id))) {
    selection.select(item);
  }
  const last = view.read('reader');
  if (last === undefined) return showFirst(model, selection);
  if (!isObject(last) || typeof last.document !== 'string') return;
  if (!model.table('document').has(last.document)) return;
  const offset = typeof last.offset === 'number' ? last.offset : 0;
  selection.reveal = { document: last.document, offset, top: true, at: performance.now() };
}

/** A case that was never looked at here opens with its first document, not with an empty pane. */
function showFirst(model: CaseModel, selection: Selection): void {
  const [first] = model.table('document').keys();
  if (first === undefined) return;
  selection.reveal = { document: first, offset: 0, top: true, at: performance.now() };
}

/** Writes the selection to the view state; call from an effect, which then follows it. */
export function keepSelection(view: ViewStore, selection: Selection): void {
  view.write('selection', selection.item ? { ...selection.item } : null);
}

const kinds = ['document', 'entity', 'relation', 'event', 'claim', 'tag'] as const;

function asSelected(saved: Json | undefined): Selected | null {
  if (!isObject(saved) || typeof saved.id !== 'string') return null;
  const { id, document } = saved;
  if (saved.kind === 'highlight') {
    return typeof document === 'string' ? { kind: 'highlight', id, document } : null;
  }
  const kind = kinds.find((one) => one === saved.kind);
  return kind ? { kind, id } : null;
}

function isObject(value: Json | undefined): value is { [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
