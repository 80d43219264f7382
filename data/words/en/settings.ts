/** The settings. */
export const settings = {
  'as-the-system': 'As the system',
  light: 'Light',
  dark: 'Dark',
  'high-contrast': 'High contrast',
  theme: 'Theme',
  'reader-size': 'Text size in the reader:',
  sample: 'Four states met in Urumqi.',
  author: 'Your name, as the history records it',
  'reduced-motion': 'Nothing moves: no fading, no sliding',
  'about-fallback':
    'Wakhan {version}, Electron {electron} (fallback runtime, for development and tests)',
  about: 'Wakhan {version}, Electron {electron}',
} as const;
