import { pushPieces } from '../../text/plain-blocks.ts';
import { dateFault } from '../../model/edtf.ts';
import type { ShownBlock } from '../../text/working-text.ts';
import { say } from '../../words/say.ts';
import { decodeText, emptyFile } from './decode.ts';
import type { ImportFormat, ReadText, SourceFile, SourceMeta } from './format.ts';
import { asLine, asTitle, titleOf } from './titles.ts';
import { Meter, type ImportTools } from './tools.ts';

/** Markdown: the text stays as it was written, signs included; blocks show its structure. */
export const markdown: ImportFormat = {
  id: 'markdown',
  label: say('imports.markdown'),
  extensions: ['md', 'markdown', 'mdown', 'mkd'],
  mediaTypes: ['text/markdown'],
  limit: 50 * 1024 * 1024,
  async *convert(file, tools) {
    yield convertMarkdown(file, tools);
  },
};

/** Kind of a line by how it starts. */
const HEADING = /^ {0,3}(#{1,6})(?:\s|$)/;
const ITEM = /^(\s*)(?:[-*+]|\d{1,9}[.)])\s/;
const QUOTE = /^ {0,3}>/;
const FENCE = /^ {0,3}(```|~~~)/;
const ROW = /^\s*\|.*\|\s*$/;
const UNDERLINE = /^ {0,3}(=+|-{2,})\s*$/;

function convertMarkdown(file: SourceFile, tools: ImportTools): ReadText {
  const meter = new Meter(tools, 2 * file.bytes.length);
  const text = decodeText(file);
  meter.add(file.bytes.length);
  const front = frontMatter(text);
  const blocks = markdownBlocks(text, front.end, meter.add);
  if (blocks.length === 0) throw emptyFile(file.name);
  const heading = blocks.find(({ kind }) => kind === 'heading');
  const named = heading && asTitle(bare(text.slice(heading.start, heading.end)));
  const title = asTitle(front.fields.title ?? '') || named || titleOf(text, blocks, file.name);
  const language = front.fields.lang ?? front.fields.language;
  const meta = metaOf(front.fields);
  return {
    title,
    text,
    blocks,
    ...(language !== undefined && /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(language)
      ? { language }
      : {}),
    ...(Object.keys(meta).length > 0 ? { meta } : {}),
  };
}

/**
 * Blocks of a Markdown text: each range holds the signs too, so nothing but white space is between.
 * `passed` hears how many code units are done.
 */
export function markdownBlocks(
  text: string,
  from = 0,
  passed: (units: number) => void = () => undefined,
): ShownBlock[] {
  const blocks: ShownBlock[] = [];
  const add = (block: ShownBlock) => pushPieces(blocks, text, block);
  if (from > 0) add({ start: 0, end: from, kind: 'paragraph', debris: true });
  let open: ShownBlock | undefined;
  let fenced = false;
  const close = () => {
    if (open) add(open);
    open = undefined;
  };
  for (const { start, end, line } of allLines(text, from)) {
    passed(end - start);
    const fence = FENCE.test(line);
    if (line.trim() === '' && !fenced) close();
    else if (fenced || fence) {
      close();
      if (line.trim() !== '') add({ start, end, kind: 'paragraph' });
      fenced = fenced !== fence;
    } else if (open?.kind === 'paragraph' && UNDERLINE.test(line)) {
      open = { ...open, end, kind: 'heading', level: line.includes('=') ? 1 : 2 };
      close();
    } else {
      const block = { start, end, ...kindOf(line) };
      if (open && continues(open, block)) open.end = end;
      else {
        close();
        open = block;
      }
    }
  }
  close();
  return blocks;
}

function* allLines(text: string, from: number) {
  for (let start = from; start < text.length;) {
    const feed = text.indexOf('\n', start);
    const end = feed < 0 ? text.length : feed;
    yield { start, end, line: text.slice(start, Math.min(end, start + 1000)) };
    start = end + 1;
  }
}

function kindOf(line: string): Pick<ShownBlock, 'kind' | 'level'> {
  const heading = HEADING.exec(line);
  if (heading) return { kind: 'heading', level: heading[1]?.length ?? 1 };
  const item = ITEM.exec(line);
  if (item) return { kind: 'item', level: Math.min(9, 1 + ((item[1]?.length ?? 0) >> 1)) };
  if (QUOTE.test(line)) return { kind: 'quote' };
  return { kind: ROW.test(line) ? 'cell' : 'paragraph' };
}

/** A plain line goes on with the paragraph, item or quote above; quote lines go on with a quote. */
function continues(open: ShownBlock, next: ShownBlock): boolean {
  if (open.kind === 'heading' || open.kind === 'cell') return false;
  return next.kind === 'paragraph' || (next.kind === 'quote' && open.kind === 'quote');
}

interface FrontMatter {
  /** Offset after the closing line, 0 when there is none. */
  end: number;
  fields: Partial<Record<string, string>>;
}

/** Simple `key: value` lines between two `---` at the very start; anything deeper is left alone. */
function frontMatter(text: string): FrontMatter {
  const found = /^---[ \t]*\n([\s\S]{0,20000}?)\n(?:---|\.\.\.)[ \t]*(?=\n|$)/.exec(text);
  if (!found) return { end: 0, fields: {} };
  const pairs = [...(found[1] ?? '').matchAll(/^([A-Za-z_-]{1,40}):[ \t]+(.+)$/gm)];
  if (pairs.length === 0) return { end: 0, fields: {} };
  const fields = Object.fromEntries(
    pairs.map(([, key = '', value = '']) => [
      key.toLowerCase(),
      value.trim().replace(/^(["'])(.*)\1$/, '$2'),
    ]),
  );
  return { end: found[0].length, fields };
}

function metaOf(fields: FrontMatter['fields']): SourceMeta {
  const known = {
    author: asLine(fields.author ?? ''),
    publisher: asLine(fields.publisher ?? fields.source ?? ''),
    published: (fields.date ?? '').slice(0, 10),
    url: asLine(fields.url ?? fields.canonical ?? ''),
  };
  return Object.fromEntries(
    Object.entries(known).filter(([key, value]) =>
      key === 'published' ? dateFault(value) === undefined : value !== '',
    ),
  );
}

/** A heading's words without its signs. */
function bare(heading: string): string {
  return heading
    .replace(/^ {0,3}#{1,6}\s*/, '')
    .replace(/\n[^\n]*$/, '')
    .replace(/\s#+\s*$/, '')
    .replace(/([*_`]{1,3})([^*_`]{1,500})\1/g, '$2');
}
