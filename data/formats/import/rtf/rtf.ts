import { say } from '../../../words/say.ts';
import { emptyFile } from '../decode.ts';
import { leftOutOf, type ImportFormat, type ReadText, type SourceFile } from '../format.ts';
import { latin1 } from '../bytes.ts';
import { factProposals, ownTitle } from '../office/file-meta.ts';
import { Flow } from '../office/flow.ts';
import { decodeUnicode } from '../text-decoder.ts';
import { asTitle, titleOf } from '../titles.ts';
import { Meter, type ImportTools } from '../tools.ts';
import { codePageOf, decoderOf, labelOf, type Decode } from './code-pages.ts';
import { Header, type Decoders } from './header.ts';
import { RtfStory } from './rtf-story.ts';
import type { Shared } from './shared.ts';
import { startState } from './state.ts';
import { Tokens } from './tokens.ts';

/** Bytes of the head in which encodings are declared. */
const HEAD = 4 * 1024 * 1024;

/** Rich text: what word processors of all makers write. */
export const rtf: ImportFormat = {
  id: 'rtf',
  label: say('imports.rtf'),
  extensions: ['rtf'],
  mediaTypes: ['application/rtf', 'text/rtf'],
  limit: 200 * 1024 * 1024,
  starts: ['{\\rtf', '\xef\xbb\xbf{\\rtf', '\n{\\rtf', '\r\n{\\rtf', ' {\\rtf'],
  async *convert(file, tools) {
    yield await convertRtf(file, tools);
  },
};

async function convertRtf(file: SourceFile, tools: ImportTools): Promise<ReadText> {
  const { name, bytes } = file;
  const start = Math.max(0, bytes.indexOf(0x7b));
  const head = latin1(bytes.subarray(start, start + HEAD));
  const { decoders, encoding } = await decodersOf(file, head, tools);
  const shared: Shared = {
    file: name,
    bytes,
    flow: new Flow(),
    header: new Header(),
    decoders,
    notes: [],
    footers: [],
    seen: new Set(),
    counts: { footnotes: 0, endnotes: 0 },
    leftOut: new Set(),
    passed: new Meter(tools, bytes.length).add,
  };
  const font = /\\deff(\d{1,5})/.exec(head)?.[1];
  const state = startState(font === undefined ? undefined : Number(font));
  const story = new RtfStory(shared, new Tokens(bytes, start), state);
  story.run();
  writeRest(story, shared);
  return finishedText(shared, name, encoding);
}

/** Notes behind the text, then footers. */
function writeRest(story: RtfStory, { flow, notes, footers }: Shared): void {
  flow.end('\n\n');
  for (const isEnd of [false, true]) {
    for (const note of notes) {
      if (note.isEnd !== isEnd) continue;
      const begins = () => note.place.settle(flow.writer.here());
      const number = note.number === '' ? {} : { number: note.number };
      story.tell(note, { kind: 'footnote', begins, ...number });
      flow.end();
    }
  }
  for (const range of footers) flow.within('footer', () => story.tell(range));
  flow.end();
}

function finishedText({ flow, header, leftOut }: Shared, file: string, encoding: string): ReadText {
  const { text, blocks } = flow.writer.finish();
  if (blocks.length === 0) throw emptyFile(file);
  const marks = flow.marks.finish(text);
  const headed = blocks.find(({ kind, region }) => kind === 'heading' && !region);
  const heading = headed ? asTitle(text.slice(headed.start, headed.end)) : '';
  return {
    title: ownTitle(header) || heading || titleOf(text, blocks, file),
    text,
    blocks,
    ...(marks.length > 0 && { marks }),
    meta: factProposals({ author: header.author }),
    reading: { encoding, ...leftOutOf({ characters: 0, what: [...leftOut] }) },
  };
}

/** Decoders for all code pages that a file declares; that of the analyst before that of the document. */
async function decodersOf(
  { bytes, encoding }: SourceFile,
  head: string,
  tools: ImportTools,
): Promise<{ decoders: Decoders; encoding: string }> {
  const pages = new Map<number, Decode>();
  for (const [, word, number = '0'] of head.matchAll(/\\(ansicpg|cpg|fcharset)(\d{1,5})/g)) {
    const page = word === 'fcharset' ? codePageOf(Number(number)) : Number(number);
    if (page === undefined || pages.has(page)) continue;
    const decode = await decoderOf(labelOf(page), page, tools);
    if (decode) pages.set(page, decode);
  }
  const usual = encoding ?? usualEncoding(bytes, head);
  const found = await decoderOf(usual, undefined, tools);
  const plain: Decode = (some) => some.map((byte) => String.fromCharCode(byte)).join('');
  return { decoders: { usual: found ?? plain, pages }, encoding: usual };
}

function usualEncoding(bytes: Uint8Array, head: string): string {
  const declared = /\\ansicpg(\d{1,5})/.exec(head)?.[1];
  const isForeign = bytes.some((byte) => byte > 127);
  if (isForeign && decodeUnicode(bytes, 'utf-8', () => undefined) !== undefined) return 'utf-8';
  if (declared !== undefined && declared !== '0') return labelOf(Number(declared));
  const set = /\\(mac|pca?)(?![a-z])/.exec(head.slice(0, 500))?.[1];
  return set === 'mac'
    ? 'macintosh'
    : set === 'pc'
      ? 'cp437'
      : set === 'pca'
        ? 'cp850'
        : 'windows-1252';
}
