import { asLine } from '#data/formats/import/titles.ts';
import type { CaseDocument, Custody } from '#data/model/document.ts';
import type { VersionReason } from '#data/model/document-link.ts';
import { allOlderVersions } from '#data/queries/versions.ts';
import type { CaseReader } from '#data/state/case-view.ts';
import type { CaseStore } from '../storage/case-store.ts';
import { sha256 } from '../storage/disk/hash.ts';
import { systemPorts } from '../storage/journal/system-ports.ts';
import type { Bringing } from '../import/bringing.ts';
import { openProposals, putText } from '../import/stored-text.ts';
import { stillTrue, type FoundAnchors } from './find-anchors.ts';
import type { ReadVersion } from './read-version.ts';

/** Whether a file gives nothing but what a document has already. */
export function isNothingNew({ source, text }: CaseDocument, read: ReadVersion): boolean {
  return source.sha256 === read.sha256 && text.sha256 === sha256(read.part.text);
}

/**
 * Makes what was read the next version of a document, and takes its highlights along, as one step. What is in the
 * case already as a document of its own becomes the version. `why`: where it is not that the source changed or was
 * read again. Gives the id of the version.
 */
export async function takeVersion(
  store: CaseStore,
  before: CaseDocument,
  { version, found }: { version: ReadVersion & { why?: VersionReason }; found: FoundAnchors },
  how: Bringing,
): Promise<string> {
  const there = alreadyThere(store.state, before, version);
  if (there !== undefined) {
    const input = { id: before.id, to: there, anchors: stillTrue(store.state, found) };
    await store.perform({ op: 'document.reanchor', input });
    return there;
  }
  const isSame = version.sha256 === before.source.sha256;
  const source = isSame ? undefined : await custodyOf(store, version, how);
  const document = await newVersion(store, before, version);
  const why: VersionReason = version.why ?? (isSame ? 'reread' : 'changed-source');
  const anchors = stillTrue(store.state, found);
  const input = {
    id: before.id,
    document: { ...document, ...(source && { source }) },
    why,
    anchors,
  };
  await store.perform({ op: 'document.version', input });
  return document.id;
}

/** A document with the same bytes and the same words that is no older version. */
function alreadyThere(
  reader: CaseReader,
  before: CaseDocument,
  version: ReadVersion,
): string | undefined {
  const older = new Set([before.id, ...allOlderVersions(reader, before.id)]);
  for (const document of reader.all('document')) {
    if (!older.has(document.id) && isNothingNew(document, version)) return document.id;
  }
  return undefined;
}

async function custodyOf(
  store: CaseStore,
  { bytes, name, part }: ReadVersion,
  { origin, method, collector }: Bringing,
): Promise<Custody> {
  const original = await store.blobs.putSource(bytes);
  return {
    ...original,
    mediaType: part.mediaType,
    origin: asLine(origin ?? name) || 'unnamed',
    collectedAt: new Date().toISOString(),
    collector,
    method,
  };
}

/** The version for the operation. A title that was taken from the words is as new as they are. */
async function newVersion(store: CaseStore, before: CaseDocument, { part }: ReadVersion) {
  const { reading, regions } = part;
  const isFromText = store.state.text(before.id).text.includes(before.title);
  const isStill = part.text.includes(before.title);
  const title = isFromText && !isStill ? part.title : before.title;
  const proposals = openProposals(part, title);
  return {
    id: systemPorts.newId(),
    title,
    text: await putText(store, part),
    regions,
    ...(Object.keys(reading).length > 0 && { reading }),
    ...(proposals.length > 0 && { proposals }),
  };
}
