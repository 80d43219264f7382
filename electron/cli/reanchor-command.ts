import { basename } from 'node:path';
import type { SourceFile } from '#data/formats/import/format.ts';
import type { CaseDocument } from '#data/model/document.ts';
import { anchorStates, type AnchorState } from '#data/model/highlight.ts';
import type { FoundAnchor } from '#data/operations/carry.ts';
import { say } from '#data/words/say.ts';
import { Converter } from '../import/converter.ts';
import { readSource } from '../import/read-source.ts';
import type { CaseStore } from '../storage/case-store.ts';
import { findAnchors, type FoundAnchors } from '../versions/find-anchors.ts';
import { readVersion, type ReadVersion } from '../versions/read-version.ts';
import { Reanchoring } from '../versions/reanchoring.ts';
import { isNothingNew, takeVersion } from '../versions/take-version.ts';
import type { Invocation, Work } from './command.ts';
import { documentOf } from './document-of.ts';
import { importSettings } from './import-settings.ts';
import { withCase } from './with-case.ts';

/** Where a highlight was, and where it is in the newer file; without `now` it is lost. */
interface Answer {
  highlight: string;
  was: Range;
  now?: Range;
  state: AnchorState;
  score: number;
}

interface Range {
  start: number;
  end: number;
}

/**
 * `reanchor`: where the highlights of a document are in a newer file. Changes nothing, unless `--apply` makes the
 * file a new version.
 */
export const reanchorCommand: Work = (invocation) => {
  const settings = importSettings(invocation);
  const isApplied = invocation.flag('apply');
  return withCase(invocation, isApplied ? 'write' : 'read', async (store) => {
    const [, given = '', path = ''] = invocation.words;
    const name = basename(path);
    const document = documentOf(store.state, given);
    const file = { name, bytes: await readSource(path, name), ...settings };
    const { version, found } = await inBackground(store, document, file, invocation);
    const answers = answersOf(store, document, found.anchors);
    if (isApplied) await apply(store, document, { version, found }, invocation);
    if (invocation.json) await invocation.out.line(JSON.stringify(answers));
    else await tell(store, answers, invocation);
    return 0;
  });
};

/** A file that was read, and what became of the highlights in it. */
interface Found {
  version: ReadVersion;
  found: FoundAnchors;
}

/** Reads the file and looks for the highlights, in processes of their own. */
async function inBackground(
  store: CaseStore,
  document: CaseDocument,
  file: SourceFile,
  { launch, signal }: Invocation,
): Promise<Found> {
  const converter = new Converter(launch, {}, 1);
  const reanchoring = new Reanchoring(launch);
  try {
    const version = await readVersion(converter, document, file, signal);
    const newer = { ...version.part, sha256: version.sha256 };
    const found = await findAnchors(store.state, document, newer, { reanchoring, signal });
    return { version, found };
  } finally {
    converter.stop();
    reanchoring.stop();
  }
}

async function apply(
  store: CaseStore,
  document: CaseDocument,
  { version, found }: Found,
  { author, notes, json }: Invocation,
): Promise<void> {
  const note = (words: string) => notes.line(json ? JSON.stringify({ note: words }) : words);
  const { title } = document;
  if (isNothingNew(document, version)) {
    return await note(say('versions.nothingNew', { file: version.name, title }));
  }
  const how = { method: 'command line', collector: author };
  const id = await takeVersion(store, document, { version, found }, how);
  await note(say('versions.made', { title, id }));
}

/** The answers for the highlights that stood in the document, in its order. */
function answersOf(
  { state }: CaseStore,
  { id }: CaseDocument,
  anchors: readonly FoundAnchor[],
): Answer[] {
  const found = new Map(anchors.map((one) => [one.highlight, one]));
  const marks = [...state.highlightsOf(id)].sort((a, b) => a.start - b.start || a.end - b.end);
  return marks.map((mark) => {
    const { start, end, state = 'lost', score = 0 } = found.get(mark.id) ?? {};
    const was = { start: mark.start, end: mark.end };
    const now = start === undefined || end === undefined ? undefined : { start, end };
    return { highlight: mark.id, was, ...(now && { now }), state, score };
  });
}

async function tell(
  { state }: CaseStore,
  answers: readonly Answer[],
  { out }: Invocation,
): Promise<void> {
  const range = ({ start, end }: Range): string => say('versions.place', { start, end });
  for (const { highlight, was, now, state: how, score } of answers) {
    const places = [range(was), ...(now ? [range(now)] : [])].join(' → ');
    const quote = state.get('highlight', highlight)?.quote.replace(/\s+/g, ' ').slice(0, 60);
    const words = say('versions.state', { state: how }).padEnd(9);
    await out.line(`${words}  ${score.toFixed(2)}  ${places.padEnd(24)}  ${quote ?? ''}`);
  }
  const count = (wanted: AnchorState): number =>
    answers.filter((one) => one.state === wanted).length;
  const [exact, moved, uncertain, lost] = anchorStates.map(count);
  await out.line(
    say('versions.counts', {
      exact: exact ?? 0,
      moved: moved ?? 0,
      uncertain: uncertain ?? 0,
      lost: lost ?? 0,
    }),
  );
}
