import { AppError } from '#data/errors.ts';
import type { CaseDocument } from '#data/model/document.ts';
import { allOlderVersions } from '#data/queries/versions.ts';
import type { CaseReader } from '#data/state/case-view.ts';
import { say } from '#data/words/say.ts';

/**
 * A document by its id; or by its title or file name, when only one has it. Of several that are versions of
 * one another the newest is meant. Throws `unknown-id`.
 */
export function documentOf(reader: CaseReader, given: string): CaseDocument {
  const byId = reader.get('document', given);
  if (byId) return byId;
  const named = [...reader.all('document')].filter(
    ({ title, source }) => title === given || source.origin === given,
  );
  const older = new Set(named.flatMap(({ id }) => allOlderVersions(reader, id)));
  const newest = named.filter(({ id }) => !older.has(id));
  const [document] = newest;
  if (document && newest.length === 1) return document;
  throw new AppError(
    'unknown-id',
    document
      ? say('command.severalDocuments', { count: newest.length, name: given })
      : say('command.noDocument', { name: given }),
    { id: given, kind: 'document' },
  );
}
