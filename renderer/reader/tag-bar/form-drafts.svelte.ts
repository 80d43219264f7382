import type { Json, ViewStore } from '../../state/view-store.ts';
import type { Target } from './plans.ts';

/** The forms of the tag bar that are typed into. */
export const formKinds = ['note', 'event', 'claim', 'translation'] as const;
export type FormKind = (typeof formKinds)[number];

/** What was typed into a form about some words and not taken yet. */
export interface FormDraft extends Pick<Target, 'document' | 'start' | 'end' | 'quote'> {
  kind: FormKind;
  /** Typed words by the name of the field. */
  fields: Readonly<Record<string, string>>;
}

const NAME = 'forms';
/** More would be forgotten work, not drafts; the oldest go first. */
const MOST = 200;

/** The drafts of a case, the newest last. Kept in the case itself, so that they survive whatever happens. */
export class FormDrafts {
  list: readonly FormDraft[] = $state.raw([]);
  readonly #store: ViewStore;

  constructor(store: ViewStore) {
    this.#store = store;
    const kept = store.read(NAME);
    this.list = Array.isArray(kept) ? kept.filter(isDraft) : [];
  }

  /** What was typed about exactly these words. */
  of(kind: FormKind, words: Target): FormDraft | undefined {
    return this.list.find((one) => one.kind === kind && isAbout(one, words));
  }

  keep(kind: FormKind, words: Target, fields: Readonly<Record<string, string>>): void {
    const { document, start, end, quote } = words;
    const rest = this.#without(kind, words);
    this.#set([...rest, { kind, document, start, end, quote, fields }].slice(-MOST));
  }

  drop(kind: FormKind, words: Pick<Target, 'document' | 'start' | 'end'>): void {
    this.#set(this.#without(kind, words));
  }

  #without(kind: FormKind, words: Pick<Target, 'document' | 'start' | 'end'>): FormDraft[] {
    return this.list.filter((one) => one.kind !== kind || !isAbout(one, words));
  }

  #set(list: readonly FormDraft[]): void {
    if (list.length === 0 && this.list.length === 0) return;
    this.list = list;
    this.#store.write(
      NAME,
      list.map(({ fields, ...rest }) => ({ ...rest, fields: { ...fields } })),
    );
  }
}

function isAbout(
  one: FormDraft,
  { document, start, end }: Pick<Target, 'document' | 'start' | 'end'>,
): boolean {
  return one.document === document && one.start === start && one.end === end;
}

/** Drafts come from a file: one of an older version, or of somebody else, is left out. */
function isDraft(one: Json): one is Json & FormDraft {
  if (typeof one !== 'object' || one === null || Array.isArray(one)) return false;
  const { kind, document, start, end, quote, fields } = one;
  return (
    formKinds.some((one) => one === kind) &&
    typeof document === 'string' &&
    typeof start === 'number' &&
    typeof end === 'number' &&
    typeof quote === 'string' &&
    typeof fields === 'object' &&
    fields !== null &&
    Object.values(fields).every((field) => typeof field === 'string')
  );
}
