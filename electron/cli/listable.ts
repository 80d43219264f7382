import type { Kind } from '#data/model/records.ts';

/** What can be listed, by the word for it on the command line. */
export const listable = {
  documents: 'document',
  links: 'documentLink',
  origins: 'origin',
  regions: 'region',
  highlights: 'highlight',
  tags: 'tag',
  entities: 'entity',
  relations: 'relation',
  events: 'event',
  claims: 'claim',
  reports: 'report',
  'entity-types': 'entityType',
  'relation-types': 'relationType',
  journal: 'journal',
} as const satisfies Record<string, Kind | 'journal'>;

/** A word after `list <case>`. */
export type Listable = keyof typeof listable;
