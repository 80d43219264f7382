import './quiet-zod.ts';
import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/source-serif-4/opsz.css';
import '@fontsource-variable/source-serif-4/opsz-italic.css';
import '@fontsource/noto-naskh-arabic/400.css';
import '@fontsource/noto-naskh-arabic/700.css';
import { mount } from 'svelte';
import App from './App.svelte';
import { keepBack } from './state/pressed.ts';
import './theme.css';
import './ui/controls.css';

// Before any component: it is asked first, whatever is pressed where.
window.addEventListener('keydown', keepBack, { capture: true });
mount(App, { target: document.body });

// The Chinese serif is a hundred files by ranges of characters; weighing them all held up the first
// words by 70 ms. The system's own font stands in until the page has nothing else to do.
requestIdleCallback(() => void import('@fontsource/noto-serif-sc/400.css'), { timeout: 2_000 });
