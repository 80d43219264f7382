import { AppError } from '#data/errors.ts';
import type { CaseDocument } from '#data/model/document.ts';
import type { Highlight } from '#data/model/highlight.ts';
import { travellers, type FoundAnchor } from '#data/operations/carry.ts';
import { need } from '#data/operations/edit.ts';
import { regionsOf } from '#data/queries/regions-of.ts';
import { corrected, movedRange, type Change, type Correction } from '#data/text/corrected.ts';
import { say } from '#data/words/say.ts';
import type { CaseStore } from '../storage/case-store.ts';
import { systemPorts } from '../storage/journal/system-ports.ts';

/**
 * Puts other words in a stretch of a document's text, as its analyst read them: a new version, to which the
 * highlights come along. One over words that were corrected has those words; one that begins or ends within
 * them waits for somebody's word. Answers the id of the version. Throws `outside-text` for a stretch that is not of
 * one paragraph, and `invalid-input` when nothing would be changed or left.
 */
export async function correctWords(
  store: CaseStore,
  id: string,
  correction: Correction,
): Promise<string> {
  const document = need(store.state, 'document', id);
  const given = store.state.text(id);
  const { start, end } = correction;
  if (!given.blocks.some((one) => one.start <= start && start <= end && end <= one.end)) {
    throw new AppError('outside-text', say('ocr.notOneParagraph'), { id, start, end });
  }
  const { text, changes } = corrected(given, correction);
  if (changes.length === 0 || text.text.trim() === '') {
    throw new AppError('invalid-input', say('ocr.nothingCorrected'), { id });
  }
  const version = systemPorts.newId();
  const input = {
    id,
    document: {
      id: version,
      ...versionOf(store, document, changes),
      text: await store.blobs.putText(text),
    },
    why: 'corrected',
    anchors: travellers(store.state, id).map((mark) => anchorOf(mark, id, changes)),
  };
  await store.perform({ op: 'document.version', input });
  return version;
}

/** What is told of the document stays, at its places. */
function versionOf(store: CaseStore, document: CaseDocument, changes: readonly Change[]) {
  const { reading, proposals = [] } = document;
  const regions = regionsOf(store.state, document.id)
    .map(({ kind, ...range }) => ({ kind, ...movedRange(range, changes) }))
    .filter(({ start, end }) => start < end);
  const open = proposals.map((one) =>
    one.from === 'file' ? one : { ...one, from: movedRange(one.from, changes) },
  );
  return {
    regions,
    ...(reading && { reading }),
    ...(open.length > 0 && { proposals: open }),
  };
}

function anchorOf(mark: Highlight, document: string, changes: readonly Change[]): FoundAnchor {
  const { id: highlight } = mark;
  if (mark.document !== document) return waitingOf(mark, changes);
  const now = movedRange(mark, changes);
  const over = changes.filter(({ a }) => mark.start < a.end && a.start < mark.end);
  if (over.length === 0) return { highlight, state: 'exact', score: 1, ...now };
  const isWhole = over.every(({ a }) => mark.start <= a.start && a.end <= mark.end);
  if (isWhole && now.start < now.end) return { highlight, state: 'moved', score: 1, ...now };
  return { highlight, state: 'uncertain', score: 0.5, ...now };
}

/** One that waits to come from an older version goes on waiting. */
function waitingOf({ id, anchoring }: Highlight, changes: readonly Change[]): FoundAnchor {
  const { state = 'lost', score = 0, to } = anchoring ?? {};
  const { start, end } = to ?? {};
  const place = start === undefined || end === undefined ? {} : movedRange({ start, end }, changes);
  return { highlight: id, state: state === 'lost' ? 'lost' : 'uncertain', score, ...place };
}
