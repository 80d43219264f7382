import type { Operation } from './operation.ts';
import { batch } from './batch.ts';
import { caseUpgrade } from './upgrade.ts';
import { caseCreate, caseUpdate } from './case.ts';
import { claimAdd, claimRemove, claimUpdate } from './claim.ts';
import {
  entityTypeAdd,
  entityTypeRemove,
  entityTypeUpdate,
  relationTypeAdd,
  relationTypeRemove,
  relationTypeUpdate,
  tagAdd,
  tagRemove,
  tagUpdate,
} from './codebook.ts';
import { documentCopied, documentReread } from './custody.ts';
import { documentLinkAdd, documentLinkRemove, documentLinkUpdate } from './document-link.ts';
import { documentAdd, documentRemove, documentUpdate } from './document.ts';
import { entityAdd, entityRemove, entityUpdate } from './entity.ts';
import { eventAdd, eventRemove, eventUpdate } from './event.ts';
import { highlightAdd, highlightRemove, highlightUpdate } from './highlight.ts';
import { documentAccept, documentRefuse, documentSettle } from './proposal.ts';
import { redo, undo } from './history.ts';
import { positionSet } from './network.ts';
import { originAdd, originRemove, originUpdate } from './origin.ts';
import { regionAdd, regionRemove, regionUpdate } from './region.ts';
import { relationAdd, relationRemove, relationUpdate } from './relation.ts';
import { reportAdd, reportRemove, reportUpdate } from './report.ts';
import { documentReanchor, documentVersion, highlightReanchor } from './version.ts';

/** Operations that change records, in the order in which they are listed to people. */
const simple: readonly Operation[] = [
  caseCreate,
  caseUpdate,
  caseUpgrade,
  entityTypeAdd,
  entityTypeUpdate,
  entityTypeRemove,
  relationTypeAdd,
  relationTypeUpdate,
  relationTypeRemove,
  tagAdd,
  tagUpdate,
  tagRemove,
  documentAdd,
  documentUpdate,
  documentRemove,
  documentAccept,
  documentRefuse,
  documentSettle,
  documentReread,
  documentVersion,
  documentReanchor,
  documentCopied,
  documentLinkAdd,
  documentLinkUpdate,
  documentLinkRemove,
  originAdd,
  originUpdate,
  originRemove,
  regionAdd,
  regionUpdate,
  regionRemove,
  entityAdd,
  entityUpdate,
  entityRemove,
  highlightAdd,
  highlightUpdate,
  highlightReanchor,
  highlightRemove,
  relationAdd,
  relationUpdate,
  relationRemove,
  eventAdd,
  eventUpdate,
  eventRemove,
  claimAdd,
  claimUpdate,
  claimRemove,
  positionSet,
  reportAdd,
  reportUpdate,
  reportRemove,
];

const byName = new Map(simple.map((one) => [one.name, one]));

/** Every operation by its name: the IPC contract and the command line are derived from this table. */
export const operations: ReadonlyMap<string, Operation> = new Map(
  [...simple, batch((name) => byName.get(name)), undo, redo].map((one) => [one.name, one]),
);
