import type { CaseModel } from '../../state/case-model.svelte.ts';
import type { Notices } from '../../state/notices.svelte.ts';
import type { Reader } from '../reader.svelte.ts';
import type { BarState } from './bar-state.svelte.ts';
import type { Lookup } from './lookup.ts';
import type { PlanRunner } from './plan-runner.ts';

/** What everything that the tag bar does works with. */
export interface TagTools {
  model: CaseModel;
  reader: Reader;
  notices: Notices;
  bar: BarState;
  lookup: Lookup;
  runner: PlanRunner;
}
