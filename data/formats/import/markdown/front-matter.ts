/** What stands above the text: fields in YAML between `---`, or in TOML between `+++`. */
export interface FrontMatter {
  /** Offset after the closing line, 0 when there is none. */
  end: number;
  fields: Partial<Record<string, string>>;
}

const YAML = /^---[ \t]*\n([\s\S]{0,20000}?)\n(?:---|\.\.\.)[ \t]*(?=\n|$)/;
const TOML = /^\+\+\+[ \t]*\n([\s\S]{0,20000}?)\n\+\+\+[ \t]*(?=\n|$)/;
const KEY = /^[A-Za-z_-]{1,40}$/;

/** The fields at the very start of a text: words, words over several lines, and lists of them as one line. */
export function frontMatter(text: string): FrontMatter {
  const isYaml = text.startsWith('---');
  const found = (isYaml ? YAML : TOML).exec(text);
  if (!found) return { end: 0, fields: {} };
  const fields: Partial<Record<string, string>> = {};
  let open = '';
  for (const line of (found[1] ?? '').split('\n')) {
    const sign = line.indexOf(isYaml ? ':' : '=');
    const key = sign < 0 ? '' : line.slice(0, sign).trimEnd();
    const value = line.slice(sign + 1);
    if (KEY.test(key) && (!isYaml || /^(?:\s|$)/.test(value))) {
      open = key.toLowerCase();
      fields[open] = isScalarSign(value.trim()) ? '' : plain(value);
    } else if (open !== '' && /^\s+\S|^- /.test(line)) {
      const item = /^\s*- (.*)$/.exec(line)?.[1];
      const before = fields[open] ?? '';
      fields[open] =
        `${before}${before === '' ? '' : item === undefined ? ' ' : ', '}${plain(item ?? line)}`;
    } else open = '';
  }
  return open === '' && Object.keys(fields).length === 0
    ? { end: 0, fields: {} }
    : { end: found[0].length, fields };
}

/** `>` and `|`: the words follow below. */
const isScalarSign = (value: string): boolean => /^[>|][+-]?$/.test(value);

/** A value without its quotes; a list in brackets as one line. */
function plain(value: string): string {
  const words = value.trim();
  const list = /^\[(.*)\]$/.exec(words)?.[1];
  if (list !== undefined) return list.split(',').map(plain).filter(Boolean).join(', ');
  return words.replace(/^(["'])(.*)\1$/, '$2');
}
