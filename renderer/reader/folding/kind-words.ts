import { regionKinds, type RegionKind } from '#data/text/region-kinds.ts';
import { say } from '#data/words/say.ts';

/** What a region is, as it stands on screen. */
export const kindWords = (kind: RegionKind): string =>
  say('regions.kind', { kind: kind.replaceAll('-', '_') });

/** All kinds that an analyst can choose, those of nobody's telling apart first. */
export const chosenKinds: readonly RegionKind[] = [
  'boilerplate',
  ...regionKinds.filter((kind) => kind !== 'boilerplate'),
];
