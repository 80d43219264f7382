import { createContext } from 'svelte';
import type { FormDrafts } from './tag-bar/form-drafts.svelte.ts';

/** What was typed about words and not taken yet, wherever the form stands; set once by the workbench. */
export const [formDrafts, setFormDrafts] = createContext<FormDrafts>();
