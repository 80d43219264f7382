/**
 * Types of the arguments of an ICU message, read from its text. Understood are `{name}`,
 * `{name, number}`, and `plural` and `select` with messages in their choices. Each step reads up to the
 * next brace. A closing one is met between choices only, where it ends one choice or all of them:
 * the brace that ends `{name}` is taken with the name.
 */
export type ArgumentsIn<M> = {
  readonly [P in Places<M> as P[0]]: ValueOf<P[0], Places<M>>;
};

/** What an argument is used for: to be shown, to be counted, or to choose by. */
type Place = [name: string, use: 'shown' | 'counted' | 'chosen'];

/** An argument may stand in several places of a message; it has to suit all of them. */
type ValueOf<Name extends string, P extends Place> =
  Extract<P, [Name, 'counted']> extends never
    ? Extract<P, [Name, 'chosen']> extends never
      ? string | number
      : string
    : number;

/** Places in words, up to the end or the brace that ends a choice. */
type Places<M, Found extends Place = never> = M extends `${infer Before}{${infer After}`
  ? Before extends `${string}}${string}`
    ? AfterBrace<M, Found>
    : Argument<After, Found>
  : AfterBrace<M, Found>;

/** Behind the next closing brace, where choices go on. */
type AfterBrace<M, Found extends Place> = M extends `${string}}${infer Rest}`
  ? Choices<Rest, Found>
  : Found;

/** An argument, from behind its opening brace. */
type Argument<M, Found extends Place> = M extends `${infer Inside}}${infer Rest}`
  ? Inside extends `${infer Name}, ${infer Kind}, ${string}`
    ? M extends `${Name}, ${Kind}, ${infer Cases}`
      ? Choices<Cases, Found | [Name, Kind extends 'select' ? 'chosen' : 'counted']>
      : never
    : Inside extends `${infer Name}, ${string}`
      ? Places<Rest, Found | [Name, 'counted']>
      : Places<Rest, Found | [Inside, 'shown']>
  : never;

/** The next choice of an argument, or the brace that ends them all. */
type Choices<M, Found extends Place> = M extends `${infer Before}{${infer After}`
  ? Before extends `${string}}${string}`
    ? AfterChoices<M, Found>
    : Places<After, Found>
  : AfterChoices<M, Found>;

type AfterChoices<M, Found extends Place> = M extends `${string}}${infer Rest}`
  ? Places<Rest, Found>
  : Found;
