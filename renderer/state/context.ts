import { createContext } from 'svelte';
import type { CaseModel } from './case-model.svelte.ts';
import type { Commands } from './commands.svelte.ts';
import type { Layout } from './layout.svelte.ts';
import type { Notices } from './notices.svelte.ts';
import type { Program } from './program.svelte.ts';
import type { Selection } from './selection.svelte.ts';
import type { ViewStore } from './view-store.ts';

/** What the whole window shares; set once by the application. */
export const [program, setProgram] = createContext<Program>();
export const [commands, setCommands] = createContext<Commands>();
export const [notices, setNotices] = createContext<Notices>();

/** What every view of an open case shares; set once by the workbench. */
export const [caseModel, setCaseModel] = createContext<CaseModel>();
export const [selection, setSelection] = createContext<Selection>();
export const [layout, setLayout] = createContext<Layout>();
/** View state that is kept with the case: each view reads and writes the part under its own name. */
export const [viewStore, setViewStore] = createContext<ViewStore>();
