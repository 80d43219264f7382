import { createContext } from 'svelte';
import type { Translations } from './translations.svelte.ts';

/** Documents that are translations of one another; set once by the workbench. */
export const [translations, setTranslations] = createContext<Translations>();
