import { z } from 'zod';
import { AppError } from '../errors.ts';
import { Id, type Stored } from '../model/common.ts';
import { recordSchemas, type Change, type Kind, type RecordOf } from '../model/records.ts';
import type { Ports } from '../ports.ts';
import type { CaseView } from '../state/case-view.ts';
import { say } from '../words/say.ts';

/** Input of every `<record>.remove`. */
export const RemoveInput = z.strictObject({ id: Id });

/** Schema of a field that an update may set, leave out, or clear with `null`. */
export function clearable<T extends z.ZodType>(schema: T): z.ZodExactOptional<z.ZodNullable<T>> {
  return schema.nullable().exactOptional();
}

/** Own fields of a record: all but identity, revision and times. */
export type Fields<K extends Kind> = Omit<RecordOf<K>, keyof Stored>;

/**
 * Makes a new record and checks it against its schema. Throws `duplicate-id` as {@link identity} does,
 * and `invalid-input`.
 */
export function make<K extends Kind>(
  view: CaseView,
  ports: Ports,
  kind: K,
  id: string | undefined,
  fields: Fields<K>,
): RecordOf<K> {
  return checked(schemaOf(kind), { ...fields, ...identity(view, ports, id) }, kind);
}

/**
 * Identity, revision, times and author of a new record. Throws `duplicate-id` when the caller's id is taken by
 * any record of the case; an id that the ports made is new by its making, and looking for it would
 * cost every save a tenth.
 */
export function identity(view: CaseView, ports: Ports, id: string | undefined): Stored {
  if (id !== undefined) needFree(view, id);
  const at = ports.now();
  return { id: id ?? ports.newId(), rev: 1, createdAt: at, updatedAt: at, by: ports.author };
}

function needFree(view: CaseView, id: string): void {
  const taken = view.kindOf(id);
  if (!taken) return;
  throw new AppError('duplicate-id', say('operations.idTaken', { id, kind: taken }), {
    id,
    kind: taken,
  });
}

/**
 * The record with a patch laid over it, its revision raised. `null` clears a field, an absent field
 * stays. The result is checked against the record's own schema, so that clearing a needed field fails.
 */
export function revise<K extends Kind>(
  ports: Ports,
  kind: K,
  record: RecordOf<K>,
  patch: Readonly<Record<string, unknown>>,
): RecordOf<K> {
  const next: Record<string, unknown> = { ...record, rev: record.rev + 1, updatedAt: ports.now() };
  for (const [key, value] of Object.entries(patch)) {
    if (key === 'id') continue;
    if (value === null) delete next[key];
    else next[key] = value;
  }
  return checked(schemaOf(kind), next, kind);
}

/** The schema of a kind, with the type that goes with it. */
function schemaOf<K extends Kind>(kind: K): z.ZodType<RecordOf<K>> {
  return recordSchemas[kind] as unknown as z.ZodType<RecordOf<K>>;
}

/** The record of that kind and id. Throws `unknown-id`. */
export function need<K extends Kind>(view: CaseView, kind: K, id: string): RecordOf<K> {
  const record = view.get(kind, id);
  if (record) return record;
  throw new AppError('unknown-id', say('operations.unknownId', { kind, id }), {
    id,
    kind,
  });
}

/** Throws `unknown-id` unless every id names a record of that kind. */
export function needAll(view: CaseView, kind: Kind, ids: readonly string[]): void {
  for (const id of ids) need(view, kind, id);
}

/** A change set entry; either side may be absent. */
export function change<K extends Kind>(
  kind: K,
  before: RecordOf<K> | null,
  after: RecordOf<K> | null,
): Change {
  const id = (after ?? before)?.id;
  return { kind, id, before, after } as Change;
}

/** Parses input against a schema. Throws `invalid-input` with the path of every fault. */
export function checked<T>(schema: z.ZodType<T>, input: unknown, what: string): T {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const issues = result.error.issues.slice(0, 20).map(({ path, message }) => ({
    path: path.join('.'),
    message,
  }));
  const first = issues[0];
  throw invalidInput(what, first ?? { path: '', message: say('operations.faultUnknown') }, issues);
}

/** A fault of an input: where it is, and what it is, in words. */
export interface InputFault {
  path: string;
  message: string;
}

/** The refusal of an input for its first fault. */
export function invalidInput(
  what: string,
  { path, message }: InputFault,
  issues: readonly InputFault[],
): AppError {
  const fault = path === '' ? message : say('operations.faultAt', { path, fault: message });
  return new AppError('invalid-input', say('operations.invalidInput', { what, fault }), {
    what,
    issues,
  });
}
