import type { Converted } from '#data/formats/import/format.ts';
import type { CaseDocument } from '#data/model/document.ts';
import { travellers } from '#data/operations/carry.ts';
import { replaceText } from '../import/another-text.ts';
import type { CaseStore } from '../storage/case-store.ts';
import { findAnchors } from './find-anchors.ts';
import type { Reanchoring } from './reanchoring.ts';
import { takeVersion } from './take-version.ts';

/**
 * Gives a document the words of its pictures: as its text where nothing stands on the one that it has, else as a
 * new version, to which its highlights come along. Answers the id of the document that has them.
 */
export async function takeWords(
  store: CaseStore,
  document: CaseDocument,
  part: Converted,
  how: { reanchoring: Reanchoring; signal: AbortSignal; collector: string },
): Promise<string> {
  if (travellers(store.state, document.id).length === 0) {
    await replaceText(store, document, part);
    return document.id;
  }
  const { sha256 } = document.source;
  const found = await findAnchors(store.state, document, { ...part, sha256 }, how);
  how.signal.throwIfAborted();
  const read = { part, name: document.source.origin, bytes: new Uint8Array(), sha256 };
  const by = { method: 'ocr', collector: how.collector };
  return takeVersion(store, document, { version: { ...read, why: 'recognised' }, found }, by);
}
