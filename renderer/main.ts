import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/source-serif-4/opsz.css';
import '@fontsource-variable/source-serif-4/opsz-italic.css';
import '@fontsource/noto-naskh-arabic/400.css';
import '@fontsource/noto-naskh-arabic/700.css';
import '@fontsource/noto-serif-sc/400.css';
import { mount } from 'svelte';
import App from './App.svelte';
import './theme.css';
import './ui/controls.css';

mount(App, { target: document.body });
