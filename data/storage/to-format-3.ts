import type { Migration } from './migration.ts';

/**
 * From format 2 to 3: documents tell how they were read, what was proposed about them and which copies left,
 * and texts have more kinds of blocks (`data/text/older-kinds.ts` reads those before). Records of format 2 are
 * records of format 3; programs before it do not know the new ones.
 */
export const toFormat3: Migration = {
  to: 3,
  upgrade: (_kind, record) => record,
};
