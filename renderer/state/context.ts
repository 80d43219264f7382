import { createContext } from 'svelte';
import type { CaseModel } from './case-model.svelte.ts';
import type { Commands } from './commands.svelte.ts';
import type { Selection } from './selection.svelte.ts';

/** What every view of an open case shares; set once by the workbench. */
export const [caseModel, setCaseModel] = createContext<CaseModel>();
export const [selection, setSelection] = createContext<Selection>();
export const [commands, setCommands] = createContext<Commands>();
