import type { Attribution } from '../model/claim.ts';
import type { Change, Kind, RecordOf } from '../model/records.ts';
import type { Ports } from '../ports.ts';
import type { CaseView } from '../state/case-view.ts';
import type { User } from '../state/reference-index.ts';
import { change, need, revise } from './edit.ts';
import { needUnused } from './need-unused.ts';

/** Kinds that assert something: what they stand on or speak of is not taken away unasked. */
const assertionKinds = ['relation', 'event', 'claim'] as const;

/** Relations, events and claims that refer to a record: to an actor they name, to a highlight they stand on. */
function assertionsOn(view: CaseView, kind: Kind, id: string): User[] {
  const isAssertion = (user: User) => (assertionKinds as readonly Kind[]).includes(user.kind);
  return [...view.referring(kind, id)].filter(
    (user) => isAssertion(user) && !(kind === 'claim' && user.kind === 'claim'),
  );
}

/**
 * Removes a record with what cannot be without it, and takes it off what can. Throws `unknown-id`, and
 * `in-use` while relations, events or claims refer to it, or entries of the codebook or actors have it
 * for their type or parent; `cascade` lets those go of it that can, and removes the others.
 */
export function removal(
  view: CaseView,
  ports: Ports,
  { kind, id }: User,
  { cascade = false } = {},
): Change[] {
  need(view, kind, id);
  if (!cascade) needUnused(view, kind, id, holders(view, kind, id));
  return new Removal(view, ports).of([{ kind, id }]);
}

/** Who keeps a record from being removed. */
function holders(view: CaseView, kind: Kind, id: string): User[] {
  switch (kind) {
    case 'document':
      return [...view.highlightsOf(id)].flatMap((mark) => assertionsOn(view, 'highlight', mark.id));
    case 'tag':
    case 'entityType':
    case 'relationType':
      return [...view.referring(kind, id)];
    default:
      return assertionsOn(view, kind, id);
  }
}

/**
 * How a record does without one that goes: fields to change, `null` to clear one; or it goes along (`null`).
 * `stays`: it refers to nothing, or to what is not removed before it.
 */
type LetGo = {
  readonly [K in Kind]:
    'stays' | ((record: RecordOf<K>, gone: User) => Readonly<Record<string, unknown>> | null);
};

const without = (ids: readonly string[], gone: User): string[] =>
  ids.filter((one) => one !== gone.id);

/** An assertion without a piece of its evidence; without any it asserts nothing. */
function lessEvidence(evidence: readonly string[], gone: User): { evidence: string[] } | null {
  const rest = without(evidence, gone);
  return rest.length > 0 ? { evidence: rest } : null;
}

const letGo: LetGo = {
  case: 'stays',
  document: () => ({ attachedTo: null }),
  tag: 'stays',
  entityType: 'stays',
  relationType: 'stays',
  report: 'stays',
  region: () => null,
  documentLink: () => null,
  origin: ({ documents, from }, gone) => {
    const rest = without(documents, gone);
    if (rest.length === 0) return null;
    return { documents: rest, ...(from?.document === gone.id && { from: null }) };
  },
  position: () => null,
  highlight: (mark, gone) => {
    if (gone.kind === 'document') return null;
    if (gone.kind === 'tag') return { tags: without(mark.tags, gone) };
    return { entities: without(mark.entities, gone) };
  },
  entity: ({ aliases }, gone) => ({
    aliases: aliases.map((alias) => (alias.evidence === gone.id ? { name: alias.name } : alias)),
  }),
  relation: ({ evidence }, gone) =>
    gone.kind === 'highlight' ? lessEvidence(evidence, gone) : null,
  event: ({ evidence, participants, place }, gone) => {
    if (gone.kind === 'highlight') return lessEvidence(evidence, gone);
    const rest = participants.filter(({ entity }) => entity !== gone.id);
    return { participants: rest, ...(place === gone.id && { place: null }) };
  },
  claim: ({ evidence, links, attribution }, gone) => {
    if (gone.kind === 'highlight') return lessEvidence(evidence, gone);
    if (gone.kind === 'entity') return speaks(attribution, gone.id) ? null : {};
    return { links: links.filter(({ claim }) => claim !== gone.id) };
  },
};

function speaks(attribution: Attribution | undefined, entity: string): boolean {
  for (let step = attribution; step; step = step.via) if (step.entity === entity) return true;
  return false;
}

/** Follows who refers to whom from what is removed. Cost: proportional to what changes. */
class Removal {
  readonly #view: CaseView;
  readonly #ports: Ports;
  readonly #changes = new Map<string, Change>();

  constructor(view: CaseView, ports: Ports) {
    this.#view = view;
    this.#ports = ports;
  }

  /** All changes, those of the records themselves last. */
  of(roots: readonly User[]): Change[] {
    for (const { kind, id } of roots) this.#remove(kind, id);
    const isRoot = ({ kind, id }: Change) =>
      roots.some((root) => root.kind === kind && root.id === id);
    const all = [...this.#changes.values()];
    return [...all.filter((one) => !isRoot(one)), ...all.filter(isRoot)];
  }

  #remove<K extends Kind>(kind: K, id: string): void {
    const record = need(this.#view, kind, id);
    this.#changes.set(`${kind}/${id}`, change(kind, record, null));
    for (const user of this.#users(kind, id)) this.#leave(user.kind, user.id, { kind, id });
  }

  *#users(kind: Kind, id: string): Generator<User> {
    yield* this.#view.referring(kind, id);
    const marks =
      kind === 'document'
        ? this.#view.highlightsOf(id)
        : kind === 'entity' || kind === 'tag'
          ? this.#view.highlightsWith(kind === 'tag' ? { tag: id } : { entity: id })
          : [];
    for (const mark of [...marks]) yield { kind: 'highlight', id: mark.id };
  }

  #leave<K extends Kind>(kind: K, id: string, gone: User): void {
    const key = `${kind}/${id}`;
    const earlier = this.#changes.get(key);
    if (earlier && !earlier.after) return;
    const before = need(this.#view, kind, id);
    const current = (earlier?.after as RecordOf<K> | undefined) ?? before;
    const how = letGo[kind];
    if (how === 'stays') return;
    const patch = how(current, gone);
    if (patch === null) return this.#remove(kind, id);
    const next = revise(this.#ports, kind, current, patch);
    this.#changes.set(key, change(kind, before, { ...next, rev: before.rev + 1 }));
  }
}
