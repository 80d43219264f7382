import { numberOf, shownNumber, type ListStyle } from './list-styles.ts';
import type { OdtStyles } from './odt-styles.ts';

/** Levels of a list: deeper nobody nests. */
const DEEPEST = 10;

interface OpenList {
  style: string;
  values: (number | undefined)[];
  /** The open item has had no paragraph yet; `header`: it has no number. */
  item: 'none' | 'fresh' | 'begun' | 'header';
  start: number | undefined;
}

type Attributes = Readonly<Record<string, string>>;

/** Follows the lists of a text and counts their items. */
export class OdtLists {
  readonly #styles: OdtStyles;
  readonly #open: OpenList[] = [];
  /** Numbers of lists that were, by their ids and by their styles. */
  readonly #before = new Map<string, (number | undefined)[]>();
  readonly #outline: (number | undefined)[] = [];

  constructor(styles: OdtStyles) {
    this.#styles = styles;
  }

  /** How many lists are open. */
  get depth(): number {
    return this.#open.length;
  }

  begin(attributes: Attributes): void {
    const above = this.#open.at(-1);
    const style = attributes['text:style-name'] ?? above?.style ?? '';
    const { 'text:continue-list': continued, 'xml:id': id } = attributes;
    const goesOn = attributes['text:continue-numbering'] === 'true';
    const values =
      above?.values ??
      this.#before.get(
        continued === undefined ? (goesOn ? `style/${style}` : '') : `id/${continued}`,
      ) ??
      [];
    if (above && !goesOn) values.length = Math.min(values.length, this.#open.length + 1);
    if (!above) {
      this.#before.set(`style/${style}`, values);
      if (id !== undefined) this.#before.set(`id/${id}`, values);
    }
    this.#open.push({ style, values, item: 'none', start: undefined });
  }

  end(): void {
    this.#open.pop();
  }

  item(attributes: Attributes, isHeader: boolean): void {
    const list = this.#open.at(-1);
    if (!list) return;
    list.item = isHeader ? 'header' : 'fresh';
    list.start = numberOf(attributes['text:start-value']);
  }

  /**
   * A paragraph begins: its number when it is the first of an item; undefined when it is of none. `own`: the list
   * style of the paragraph, for lists without one.
   */
  next(own = ''): { number: string; level: number } | undefined {
    const list = this.#open.at(-1);
    if (list?.item !== 'fresh') return undefined;
    list.item = 'begun';
    const at = Math.min(DEEPEST, this.#open.length);
    const style = this.#styles.list(list.style || own) ?? new Map();
    count(list.values, style, at, list.start);
    return { number: shownNumber(style, at, list.values), level: at };
  }

  /** The number of a heading. */
  heading(level: number, attributes: Attributes): string {
    const { outline } = this.#styles;
    if (attributes['text:is-list-header'] === 'true' || !outline.get(level)?.format) return '';
    const restarts = attributes['text:restart-numbering'] === 'true';
    const start = numberOf(attributes['text:start-value']) ?? (restarts ? 1 : undefined);
    count(this.#outline, outline, level, start);
    return shownNumber(outline, level, this.#outline);
  }
}

/** Counts one more of a level; those below begin anew. */
function count(
  values: (number | undefined)[],
  style: ListStyle,
  at: number,
  start: number | undefined,
): void {
  const before = values[at];
  values[at] = start ?? (before === undefined ? (style.get(at)?.start ?? 1) : before + 1);
  values.length = Math.max(at + 1, 0);
}
