import type { ArgumentsIn } from './arguments-in.ts';
import type { en } from './en/index.ts';

/** English is complete: it says which messages there are, and with which arguments. */
type English = typeof en;

/** A part of the catalogue, one file per language. */
export type Area = keyof English;

/** `<area>.<key>` of a message of an area. */
export type CodeOf<A extends Area> = { [One in A]: `${One}.${keyof English[One] & string}` }[A];

/** `<area>.<key>` of any message. */
export type Code = CodeOf<Area>;

/** The English message of a code. An area has no dot in its name. */
type Message<C extends Code> = C extends `${infer A extends Area}.${infer K}`
  ? K extends keyof English[A]
    ? English[A][K]
    : never
  : never;

/** What a code is said with: nothing, or one object with its arguments. */
export type ArgumentsOf<C extends Code> = keyof ArgumentsIn<Message<C>> extends never
  ? []
  : [args: ArgumentsIn<Message<C>>];

/**
 * A language: what stands in the `index.ts` of its folder. For languages to come.
 * @public
 */
export type Language = { readonly [A in Area]: { readonly [K in keyof English[A]]: string } };

/** An area in another language: the same keys, and in each message the arguments of the English one. */
type SameAs<A extends Area, T> = {
  readonly [K in keyof T]: K extends keyof English[A] ? Same<English[A][K], T[K]> : never;
};

type Same<Model, M> = keyof ArgumentsIn<Model> extends keyof ArgumentsIn<M>
  ? ArgumentsIn<Model> extends ArgumentsIn<M>
    ? M
    : never
  : never;

/**
 * Declares an area in another language. It does not compile where a message or an argument is missing,
 * or is one too many.
 */
export function translated<
  A extends Area,
  const T extends { readonly [K in keyof English[A]]: string },
>(_area: A, messages: T & SameAs<A, T>): T {
  return messages;
}
