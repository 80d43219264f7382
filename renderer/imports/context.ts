import { createContext } from 'svelte';
import type { Importing } from './importing.svelte.ts';

/** Bringing documents into the open case; set once by the workbench. */
export const [importing, setImporting] = createContext<Importing>();
