import { say, words, type Words } from '../words/say.ts';

/** What a step through the history did. */
export type StepKind = 'undo' | 'undo-to' | 'redo';

/**
 * Label of an undo or redo. The journal keeps the number of the operation it is about, not its words:
 * they stand in that operation's own record, and who shows a history puts them in.
 */
export const stepLabel = (kind: StepKind, n: number): Words => words(`history.${kind}`, { n });

/** What such a label says; undefined for any other label. */
export function readStepLabel(label: string): { kind: StepKind; n: number } | undefined {
  const n = Number(label.slice(label.lastIndexOf(' ')));
  const kinds = ['undo', 'undo-to', 'redo'] as const;
  const kind = kinds.find((one) => say(`history.${one}`, { n }) === label);
  return kind && Number.isSafeInteger(n) && n > 0 ? { kind, n } : undefined;
}
