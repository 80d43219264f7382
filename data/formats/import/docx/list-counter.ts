import { LEVELS, type Level, type List } from './numbering.ts';

/** Largest number that is counted to: beyond, figures are no figures any more. */
const MOST = 1_000_000_000;

/** Counts the items of all lists of a document as they come, and says what a reader sees before them. */
export class ListCounter {
  readonly #lists: ReadonlyMap<string, List>;
  /** Numbers of the last items, level by level, of all lists of one pattern. */
  readonly #values = new Map<string, (number | undefined)[]>();
  /** Levels of lists that had an item. */
  readonly #begun = new Set<string>();

  constructor(lists: ReadonlyMap<string, List>) {
    this.#lists = lists;
  }

  /** Whether there is such a list. */
  has(list: string): boolean {
    return this.#lists.has(list);
  }

  /** The level of a list that belongs to a style. */
  levelOfStyle(list: string, style: string): number | undefined {
    const found = this.#lists.get(list);
    const levels = found ? [...found.pattern.levels, ...found.levels] : [];
    return levels.find(([, level]) => level.style === style)?.[0];
  }

  /** The next item of a list: its number as it is shown, empty for a bullet. */
  next(id: string, at: number): string {
    const list = this.#lists.get(id);
    if (!list) return '';
    const level = Math.min(LEVELS - 1, Math.max(0, at));
    const values =
      this.#values.get(list.pattern.id) ?? Array<number | undefined>(LEVELS).fill(undefined);
    this.#values.set(list.pattern.id, values);
    const key = `${id}/${level}`;
    const startsAnew = list.starts.has(level) && !this.#begun.has(key);
    this.#begun.add(key);
    const before = values[level];
    values[level] =
      startsAnew || before === undefined ? startOf(list, level) : Math.min(MOST, before + 1);
    for (let above = 0; above < level; above++) values[above] ??= startOf(list, above);
    for (let below = level + 1; below < LEVELS; below++) {
      const restart = levelOf(list, below)?.restart;
      if (restart === undefined || level < restart) values[below] = undefined;
    }
    return shown(list, level, values);
  }
}

const levelOf = (list: List, at: number): Level | undefined =>
  list.levels.get(at) ?? list.pattern.levels.get(at);

const startOf = (list: List, at: number): number =>
  list.starts.get(at) ?? levelOf(list, at)?.start ?? 1;

/** What stands before an item. */
function shown(list: List, at: number, values: readonly (number | undefined)[]): string {
  const level = levelOf(list, at);
  if (!level?.format) return '';
  const text = level.text.replace(/%([1-9])/g, (_, digit: string) => {
    const place = Number(digit) - 1;
    const format = level.isLegal ? String : (levelOf(list, place)?.format ?? String);
    return place <= at ? format(values[place] ?? 0) : '';
  });
  return text.trim().slice(0, 40);
}
