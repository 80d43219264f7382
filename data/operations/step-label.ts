/** What a step through the history did. */
export type StepKind = 'undo' | 'undo-to' | 'redo';

const words: Readonly<Record<StepKind, string>> = {
  undo: 'Undo number',
  'undo-to': 'Undo to number',
  redo: 'Redo number',
};

/**
 * Label of an undo or redo. The journal keeps the number of the operation it is about, not its words:
 * they stand in that operation's own record, and who shows a history puts them in.
 */
export const stepLabel = (kind: StepKind, n: number): string => `${words[kind]} ${n}`;

/** What such a label says; undefined for any other label. */
export function readStepLabel(label: string): { kind: StepKind; n: number } | undefined {
  for (const kind of ['undo', 'undo-to', 'redo'] as const) {
    if (!label.startsWith(`${words[kind]} `)) continue;
    const n = Number(label.slice(words[kind].length));
    if (Number.isSafeInteger(n) && n > 0) return { kind, n };
  }
  return undefined;
}
