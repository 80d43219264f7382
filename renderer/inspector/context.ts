import { createContext } from 'svelte';
import type { Inspection } from './inspection.svelte.ts';

/** What the panels of the inspector share; set by the inspector. */
export const [inspection, setInspection] = createContext<Inspection>();
