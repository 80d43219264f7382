import type { Settings } from '#data/api/app.ts';

/**
 * Puts the chosen theme and motion on the page, and follows the system where that was chosen.
 * Returns how to stop following.
 */
export function followTheme(settings: Settings | null): () => void {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const contrast = matchMedia('(prefers-contrast: more)');
  const still = matchMedia('(prefers-reduced-motion: reduce)');
  const apply = () => {
    const system = contrast.matches ? 'contrast' : dark.matches ? 'dark' : 'light';
    const theme = settings?.theme ?? 'system';
    const { dataset } = document.documentElement;
    dataset.theme = theme === 'system' ? system : theme;
    dataset.motion = settings?.reducedMotion || still.matches ? 'reduced' : 'full';
  };
  apply();
  const all = [dark, contrast, still];
  for (const one of all) one.addEventListener('change', apply);
  return () => {
    for (const one of all) one.removeEventListener('change', apply);
  };
}

/** Whether things may move on their own. */
export function mayMove(): boolean {
  return document.documentElement.dataset.motion !== 'reduced';
}
