/** Where the records of a case begin in the text of `case.json`, as this program writes it. */
const OPENS = '\n"records":{\n';
const LIST = /"(\w+)":(\[\]|\[\n)/y;

/**
 * Parses the text of a snapshot. The lists of records in a `case.json`, nine tenths of it, are left as
 * text, each until it is asked for; a text of another layout is parsed at once.
 */
export function parseLazily(text: string): unknown {
  const lists = new Map<string, string>();
  const from = text.indexOf(OPENS) + OPENS.length;
  const to = from < OPENS.length ? -1 : findLists(text, from, lists);
  if (to < 0) return JSON.parse(text);
  const { records, ...rest } = JSON.parse(text.slice(0, from) + text.slice(to)) as {
    records: object;
  };
  for (const [kind, list] of lists) parseWhenAsked(records, kind, list);
  return { ...rest, records };
}

/**
 * Notes the text of each list and returns where the last one ends; -1 where the layout is another.
 * A line that begins with `]` ends a list: within records there are no line ends.
 */
function findLists(text: string, from: number, lists: Map<string, string>): number {
  for (let at = from; ;) {
    LIST.lastIndex = at;
    const [all = '', kind = '', opens] = LIST.exec(text) ?? [];
    if (all === '') return -1;
    const begin = at + all.length - (opens ?? '').length;
    const end = opens === '[]' ? begin + 2 : text.indexOf('\n]', begin) + 2;
    if (end <= begin) return -1;
    lists.set(kind, text.slice(begin, end));
    if (!text.startsWith(',\n', end)) return end;
    at = end + 2;
  }
}

function parseWhenAsked(records: object, kind: string, list: string): void {
  const settle = (value: unknown): void => {
    Object.defineProperty(records, kind, { value, enumerable: true, writable: true });
  };
  Object.defineProperty(records, kind, {
    configurable: true,
    enumerable: true,
    get() {
      const value: unknown = JSON.parse(list);
      settle(value);
      return value;
    },
  });
}
