import type { KindedRecord } from '../model/records.ts';
import { regionId } from '../model/region.ts';
import { unfoldBlocks } from '../text/fold-blocks.ts';
import type { Block, ShownBlock } from '../text/working-text.ts';
import type { CaseFacts, Migration, PlainRecord } from './migration.ts';

/**
 * From format 1 to 2: every record says who made it; a highlight may name several actors; debris, which
 * was a flag on blocks of the stored text, is regions. A record without an author is of format 1.
 */
export const toFormat2: Migration = {
  to: 2,
  upgrade(kind, record, facts) {
    if ('by' in record) return record;
    const by = facts.authorOf(String(record['id']));
    if (kind !== 'highlight') return { ...record, by };
    const { entity, ...rest } = record;
    return { ...rest, by, entities: entity === undefined ? [] : [entity] };
  },
  makes: ['region'],
  beside(kind, record, facts) {
    return kind === 'document' && !('by' in record) ? regionsOf(record, facts) : [];
  },
};

/** A block of a text that format 1 has stored. */
type FlaggedBlock = Block & { debris?: boolean };

function regionsOf(document: PlainRecord, facts: CaseFacts): KindedRecord[] {
  const blocks = (facts.textOf(document)?.['blocks'] ?? []) as readonly FlaggedBlock[];
  const shown = blocks.map(({ debris, ...block }): ShownBlock => ({
    ...block,
    ...(debris && { region: 'boilerplate' }),
  }));
  const id = String(document['id']);
  const at = String(document['createdAt']);
  const by = facts.authorOf(id);
  return unfoldBlocks(shown).regions.map((range, index) => ({
    kind: 'region',
    record: {
      id: regionId(id, index),
      rev: 1,
      createdAt: at,
      updatedAt: at,
      by,
      document: id,
      ...range,
      origin: 'program',
    },
  }));
}
